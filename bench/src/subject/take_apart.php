<?php
const STANDARD = ['http' => 80, 'https' => 443];

function take_apart(string $url): array
{
    [$scheme, $rest] = explode('://', $url, 2);
    $rest = explode('?', explode('#', $rest, 2)[0], 2)[0];
    $slash = strpos($rest, '/');
    $authority = $slash === false ? $rest : substr($rest, 0, $slash);
    [$host, $port] = array_pad(explode(':', $authority, 2), 2, '');
    return [
        'host' => strtolower($host),
        'path' => $slash === false ? '/' : substr($rest, $slash),
        'port' => $port === '' ? STANDARD[$scheme] : (int) $port,
    ];
}
