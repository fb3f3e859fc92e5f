<?php

const FILE = "/data/departures.json";

function departures(): array
{
    if (file_exists(FILE)) {
        return json_decode(file_get_contents(FILE), true);
    }
    return [
        ["line" => "7", "to" => "Harbour", "at" => "08:05"],
        ["line" => "12", "to" => "Old Mill", "at" => "08:11"],
    ];
}

function answer(int $status, mixed $data): void
{
    http_response_code($status);
    header("Content-Type: application/json");
    echo json_encode($data);
}

if (parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH) !== "/departures") {
    answer(404, ["error" => "not found"]);
} elseif ($_SERVER["REQUEST_METHOD"] === "POST") {
    $departure = json_decode(file_get_contents("php://input"), true);
    $three = array_slice([...departures(), $departure], -3); // the board has three lines
    file_put_contents(FILE, json_encode($three));
    answer(201, $departure);
} else {
    answer(200, departures());
}
