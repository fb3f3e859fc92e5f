<?php

/** Returns the four numbers of a version; what is missing is 0. */
function numbers(string $version): array
{
    return array_pad(array_map(intval(...), explode('.', $version)), 4, 0);
}

/** Returns -1 if a is older than b, 1 if it is newer, and 0 if they are the same. */
function compare_versions(string $a, string $b): int
{
    return numbers($a) <=> numbers($b);
}
