<?php

$species = ["robin", "blue tit", "wren", "robin", "blue tit", "wren", "wren", "blue tit", "robin", "wren", "robin"];
$birds = array_map(fn ($ring, $name) => ["ring" => $ring, "species" => $name], range(1, count($species)), $species);

function answer(int $status, mixed $data): void
{
    http_response_code($status);
    header("Content-Type: application/json");
    echo json_encode($data);
}

if (parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH) === "/birds") {
    answer(200, $birds);
} else {
    answer(404, ["error" => "not found"]);
}
