<?php

/** Returns date, time and offset as a clock with this offset (in minutes) shows them. */
function local_time(int $seconds, int $offset): string
{
    $wall = gmdate('Y-m-d H:i', $seconds + $offset * 60);
    $sign = $offset >= 0 ? '+' : '-';
    $minutes = abs($offset);
    return sprintf('%s %s%02d:%02d', $wall, $sign, intdiv($minutes, 60), $minutes % 60);
}
