<?php

/** Returns the tax on a net price in whole cents; half a cent goes up. */
function tax(int $net, int $percent): int
{
    return intdiv($net * $percent + 50, 100);
}

/** Returns the net price plus its tax. */
function gross(int $net, int $percent): int
{
    return $net + tax($net, $percent);
}

/** Returns a line such as "ride 17: net 1050, tax 200 (19 %), gross 1250". */
function receipt(int $ride, int $net, int $percent): string
{
    $tax = tax($net, $percent);
    $gross = gross($net, $percent);
    return "ride $ride: net $net, tax $tax ($percent %), gross $gross";
}
