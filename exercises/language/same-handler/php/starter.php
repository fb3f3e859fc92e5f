<?php

/** Returns status and body for one request to the tool club. */
function handle(string $method, string $path, array $stock): array
{
    $name = str_replace('/tools/', '', $path);
    return ['status' => 200, 'body' => ['name' => $name, 'left' => $stock[$name] ?? 0]];
}
