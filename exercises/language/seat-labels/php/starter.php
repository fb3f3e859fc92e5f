<?php

/** Returns the labels of all seats that are there, row by row. */
function seat_labels(array $rows, int $numbers, array $removed): array
{
    $labels = [];
    foreach ($rows as $row) {
        $labels[] = $row;
    }
    return $labels;
}
