<?php

$departures = [
    ["to" => "Ærø", "at" => "07:40"],
    ["to" => "Samsø", "at" => "08:15"],
    ["to" => "Hven", "at" => "08:15"],
    ["to" => "Ærø", "at" => "09:40"],
];

function answer_json(int $status, mixed $data): void
{
    http_response_code($status);
    header("Content-Type: application/json");
    echo json_encode($data, JSON_UNESCAPED_UNICODE);
}

$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);

if ($path === "/departures") {
    answer_json(200, $departures);
} elseif ($path === "/health") {
    header("Content-Type: text/plain");
    echo "ok";
} else {
    answer_json(404, ["error" => "not found"]);
}
