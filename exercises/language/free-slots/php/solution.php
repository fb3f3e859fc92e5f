<?php

function to_minutes(string $time): int
{
    [$hours, $minutes] = explode(':', $time);
    return (int) $hours * 60 + (int) $minutes;
}

function to_text(int $minutes): string
{
    return sprintf('%02d:%02d', intdiv($minutes, 60), $minutes % 60);
}

/** Returns the free stretches of at least this many minutes, in order. */
function free_slots(string $opens, string $closes, array $bookings, int $minutes): array
{
    $first = to_minutes($opens);
    $last = to_minutes($closes);
    // Cut to the opening hours; what lies outside becomes empty.
    $cut = fn (string $time): int => min(max(to_minutes($time), $first), $last);
    $taken = array_map(fn (array $booking): array => array_map($cut, $booking), $bookings);
    sort($taken);
    $taken[] = [$last, $last];

    $slots = [];
    $freeFrom = $first;
    foreach ($taken as [$start, $end]) {
        if ($start - $freeFrom >= $minutes) {
            $slots[] = [to_text($freeFrom), to_text($start)];
        }
        $freeFrom = max($freeFrom, $end);
    }
    return $slots;
}
