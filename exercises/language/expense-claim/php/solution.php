<?php

/** Returns what is paid for a drive, in cents. */
function driving(int $km): int
{
    return 30 * $km;
}

/** Returns what is paid for days away, in cents. */
function meals(int $days): int
{
    return 2800 * $days;
}

/** Returns the line of a claim: both amounts and their sum. */
function claim(string $customer, int $km, int $days): string
{
    $road = driving($km);
    $table = meals($days);
    $sum = $road + $table;
    return "$customer: $road + $table = $sum cents";
}
