<?php

/** Returns one line for each guest who is in the house. */
function fire_list(array $hotel): array
{
    $lines = [];
    foreach ($hotel["floors"] as $floor) {
        $lines[] = "floor {$floor['level']}";
    }
    return $lines;
}
