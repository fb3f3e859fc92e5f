<?php

/** Returns the paths of the log's lines under their status; lines that do not fit under "broken". */
function group_by_status(array $lines): array
{
    $groups = [];
    foreach ($lines as $line) {
        $line = trim($line);
        if ($line === '') {
            continue;
        }
        $parts = explode(' ', $line);
        if (count($parts) === 3) {
            $groups[$parts[2]][] = $parts[1];
        } else {
            $groups['broken'][] = $line;
        }
    }
    return $groups;
}
