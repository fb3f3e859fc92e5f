<?php

/** Returns the first day after the given one that is neither on a weekend nor a holiday. */
function next_business_day(string $day, array $holidays): string
{
    $current = new DateTimeImmutable($day);
    do {
        $current = $current->modify('+1 day');
        $text = $current->format('Y-m-d');
    } while ($current->format('N') >= 6 || in_array($text, $holidays, true));
    return $text;
}
