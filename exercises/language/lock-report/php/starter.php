<?php

/** Returns a line for each package that is not as the lock file says. */
function lock_report(array $wanted, array $locked, array $installed): array
{
    $lines = [];
    foreach ($locked as $name => $version) {
        if (!isset($installed[$name])) {
            $lines[] = "$name: $version is missing";
        }
    }
    return $lines;
}
