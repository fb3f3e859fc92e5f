<?php

/** Returns the first day after the given one that is neither on a weekend nor a holiday. */
function next_business_day(string $day, array $holidays): string
{
    $current = new DateTimeImmutable($day);
    return $current->format('Y-m-d');
}
