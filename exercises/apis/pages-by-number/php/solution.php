<?php

$species = ["robin", "blue tit", "wren", "robin", "blue tit", "wren", "wren", "blue tit", "robin", "wren", "robin"];
$birds = array_map(fn ($ring, $name) => ["ring" => $ring, "species" => $name], range(1, count($species)), $species);

function answer(int $status, mixed $data): void
{
    http_response_code($status);
    header("Content-Type: application/json");
    echo json_encode($data);
}

/** The number that this text is, or null if it is none from 1 to `$most`. */
function whole(string $text, int $most): ?int
{
    $is_number = preg_match('/^[0-9]{1,9}$/D', $text) && (int) $text >= 1 && (int) $text <= $most;
    return $is_number ? (int) $text : null;
}

/** The value of the field Link. */
function links(?string $species, int $page, int $size, int $last): string
{
    $given = $species === null ? "" : "species=" . rawurlencode($species) . "&";
    $numbers = ["first" => 1];
    if ($page > 1) {
        $numbers["prev"] = min($page - 1, $last);
    }
    if ($page < $last) {
        $numbers["next"] = $page + 1;
    }
    $numbers["last"] = $last;
    $links = [];
    foreach ($numbers as $name => $number) {
        $links[] = "</birds?{$given}page=$number&per_page=$size>; rel=\"$name\"";
    }
    return implode(", ", $links);
}

function list_birds(array $birds): void
{
    $page = whole($_GET["page"] ?? "1", 10 ** 9);
    $size = whole($_GET["per_page"] ?? "4", 10);
    if ($page === null || $size === null) {
        answer(400, ["error" => "page is a number from 1, per_page one from 1 to 10"]);
        return;
    }
    $species = $_GET["species"] ?? null;
    if ($species !== null) {
        $birds = array_values(array_filter($birds, fn ($bird) => $bird["species"] === $species));
    }
    $last = max(1, (int) ceil(count($birds) / $size));
    header("Total-Count: " . count($birds));
    header("Link: " . links($species, $page, $size, $last));
    answer(200, array_slice($birds, ($page - 1) * $size, $size));
}

if (parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH) === "/birds") {
    list_birds($birds);
} else {
    answer(404, ["error" => "not found"]);
}
