<?php

/** Returns who is called now, the three who come next, and how many more wait. */
function board(array $names): array
{
    return ['now' => $names[0] ?? '', 'next' => array_slice($names, 1, 2), 'more' => count($names)];
}
