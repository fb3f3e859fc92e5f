<?php

/** Returns who is called now, the three who come next, and how many more wait. */
function board(array $names): array
{
    return [
        'now' => $names[0] ?? null,
        'next' => array_slice($names, 1, 3),
        'more' => max(0, count($names) - 4),
    ];
}
