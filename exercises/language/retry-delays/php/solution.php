<?php

/** Returns the list of waits: doubling, capped, and together at most the budget. */
function retry_delays(int $first, int $cap, int $budget): array
{
    $waits = [];
    $total = 0;
    $wait = min($first, $cap);
    while ($total + $wait <= $budget) {
        $waits[] = $wait;
        $total += $wait;
        $wait = min($wait * 2, $cap);
    }
    return $waits;
}
