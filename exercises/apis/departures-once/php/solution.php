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

/** Says whether one of the tags in If-None-Match is this one, compared weakly. */
function fits(string $field, string $tag): bool
{
    $given = array_map(fn ($part) => preg_replace("#^W/#", "", trim($part)), explode(",", $field));
    return trim($field) === "*" || in_array($tag, $given, true);
}

if (parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH) !== "/departures") {
    answer(404, ["error" => "not found"]);
} elseif ($_SERVER["REQUEST_METHOD"] === "POST") {
    $departure = json_decode(file_get_contents("php://input"), true);
    $three = array_slice([...departures(), $departure], -3); // the board has three lines
    file_put_contents(FILE, json_encode($three));
    answer(201, $departure);
} else {
    $departures = departures();
    $tag = '"' . hash("sha256", json_encode($departures)) . '"';
    header("ETag: $tag");
    if (fits($_SERVER["HTTP_IF_NONE_MATCH"] ?? "", $tag)) {
        http_response_code(304);
    } else {
        answer(200, $departures);
    }
}
