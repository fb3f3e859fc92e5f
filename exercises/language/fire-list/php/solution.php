<?php

/** Returns one line for each guest who is in the house. */
function fire_list(array $hotel): array
{
    $lines = [];
    foreach ($hotel["floors"] as $floor) {
        foreach ($floor["rooms"] as $room) {
            foreach ($room["guests"] as $guest) {
                if (!$guest["out"]) {
                    $lines[] = "floor {$floor['level']}, room {$room['number']}: {$guest['name']}";
                }
            }
        }
    }
    return $lines;
}
