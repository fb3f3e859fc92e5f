<?php

/** Returns one page of the items, with its number, the number of pages and whether there is a next one. */
function page_of(array $items, int $page, int $size): array
{
    $pages = max(1, (int) ceil(count($items) / $size));
    $page = min(max($page, 1), $pages);
    return [
        'items' => array_slice($items, ($page - 1) * $size, $size),
        'page' => $page,
        'pages' => $pages,
        'has_next' => $page < $pages,
    ];
}
