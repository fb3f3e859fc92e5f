<?php

/** Returns date, time and offset as a clock with this offset (in minutes) shows them. */
function local_time(int $seconds, int $offset): string
{
    return gmdate('Y-m-d H:i', $seconds) . " +$offset";
}
