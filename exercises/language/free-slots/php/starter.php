<?php

/** Returns the free stretches of at least this many minutes, in order. */
function free_slots(string $opens, string $closes, array $bookings, int $minutes): array
{
    $slots = [];
    $freeFrom = $opens;
    foreach ($bookings as [$start, $end]) {
        $slots[] = [$freeFrom, $start];
        $freeFrom = $end;
    }
    return $slots;
}
