<?php

/** Returns the total of the known names, and the list of the unknown ones. */
function basket(array $prices, array $names): array
{
    $total = 0;
    foreach ($names as $name) {
        $total += 1;
    }
    return ['total' => $total, 'unknown' => []];
}
