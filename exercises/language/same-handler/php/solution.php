<?php

function error(int $status, string $message): array
{
    return ['status' => $status, 'body' => ['error' => $message]];
}

/** Returns status and body for one request to the tool club. */
function handle(string $method, string $path, array $stock): array
{
    if (!preg_match('#\A/tools/([^/]+)(/loans)?\z#', $path, $parts)) {
        return error(404, 'not found');
    }
    $name = $parts[1];
    $lends = isset($parts[2]);
    if ($method !== ($lends ? 'POST' : 'GET')) {
        return error(405, 'method not allowed');
    }
    if (!array_key_exists($name, $stock)) {
        return error(404, 'no such tool');
    }

    $left = $stock[$name];
    if (!$lends) {
        return ['status' => 200, 'body' => ['name' => $name, 'left' => $left]];
    }
    if ($left === 0) {
        return error(409, 'none left');
    }
    return ['status' => 201, 'body' => ['name' => $name, 'left' => $left - 1]];
}
