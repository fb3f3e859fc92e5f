<?php

/** Returns a line for each package that is not as the lock file says. */
function lock_report(array $wanted, array $locked, array $installed): array
{
    $names = array_unique([...$wanted, ...array_keys($locked), ...array_keys($installed)]);
    sort($names);
    $lines = [];
    foreach ($names as $name) {
        $should_be = $locked[$name] ?? null;
        $is_there = $installed[$name] ?? null;
        if ($should_be === null && $is_there === null) {
            $lines[] = "$name: wanted, but not locked";
        } elseif ($should_be === null) {
            $lines[] = "$name: $is_there is not locked";
        } elseif ($is_there === null) {
            $lines[] = "$name: $should_be is missing";
        } elseif ($is_there !== $should_be) {
            $lines[] = "$name: $is_there is installed, $should_be is locked";
        }
    }
    return $lines;
}
