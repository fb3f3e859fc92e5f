<?php

/** Returns one page of the items, with its number, the number of pages and whether there is a next one. */
function page_of(array $items, int $page, int $size): array
{
    $start = $page * $size;
    $pages = intdiv(count($items), $size);
    return ['items' => array_slice($items, $start, $size), 'page' => $page, 'pages' => $pages, 'has_next' => true];
}
