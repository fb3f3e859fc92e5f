<?php

/** Returns -1 if a is older than b, 1 if it is newer, and 0 if they are the same. */
function compare_versions(string $a, string $b): int
{
    return strcmp($a, $b) <=> 0;
}
