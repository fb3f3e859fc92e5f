<?php

/** Returns the labels of all seats that are there, row by row. */
function seat_labels(array $rows, int $numbers, array $removed): array
{
    $labels = [];
    foreach ($rows as $row) {
        for ($number = 1; $number <= $numbers; $number = $number + 1) {
            $label = "$row$number";
            if (!in_array($label, $removed, true)) {
                $labels[] = $label;
            }
        }
    }
    return $labels;
}
