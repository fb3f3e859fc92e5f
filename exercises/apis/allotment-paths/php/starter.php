<?php

$plots = [
    ["number" => 3, "gardener" => "Ines", "square_metres" => 180],
    ["number" => 7, "gardener" => null, "square_metres" => 210],
    ["number" => 12, "gardener" => "Piotr", "square_metres" => 150],
    ["number" => 15, "gardener" => null, "square_metres" => 95],
];

function answer(int $status, mixed $data): void
{
    http_response_code($status);
    header("Content-Type: application/json");
    echo json_encode($data);
}

$method = $_SERVER["REQUEST_METHOD"];
$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);

if ($method === "GET" && $path === "/plots") {
    answer(200, $plots);
} else {
    answer(404, ["error" => "not found"]);
}
