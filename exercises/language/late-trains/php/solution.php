<?php

/** Returns how many of the delays are more than the limit. */
function count_late(array $delays, int $limit): int
{
    $count = 0;
    foreach ($delays as $delay) {
        if ($delay > $limit) {
            $count = $count + 1;
        }
    }
    return $count;
}
