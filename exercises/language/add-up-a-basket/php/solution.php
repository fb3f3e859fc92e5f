<?php

/** Returns the total of the known names, and the list of the unknown ones. */
function basket(array $prices, array $names): array
{
    $total = 0;
    $unknown = [];
    foreach ($names as $name) {
        if (array_key_exists($name, $prices)) {
            $total += $prices[$name];
        } else {
            $unknown[] = $name;
        }
    }
    return ['total' => $total, 'unknown' => $unknown];
}
