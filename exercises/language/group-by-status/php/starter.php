<?php

/** Returns the paths of the log's lines under their status; lines that do not fit under "broken". */
function group_by_status(array $lines): array
{
    $groups = [];
    foreach ($lines as $line) {
        $parts = explode(' ', $line);
        $groups[$parts[2] ?? 'broken'] = [$parts[1] ?? $line];
    }
    return $groups;
}
