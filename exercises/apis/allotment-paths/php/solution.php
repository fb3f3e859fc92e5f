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

/** Answers with what `$make` makes of the plot that has this number, or says that there is none. */
function with_plot(array $plots, string $number, callable $make): void
{
    foreach ($plots as $plot) {
        if ((string) $plot["number"] === $number) {
            $make($plot);
            return;
        }
    }
    answer(404, ["error" => "no such plot"]);
}

// Fixed paths stand above those with a gap that would fit them too.
$routes = [
    ["GET", "#^/plots$#D", fn () => answer(200, $plots)],
    ["GET", "#^/plots/free$#D", fn () => answer(200, array_values(array_filter($plots, fn ($plot) => $plot["gardener"] === null)))],
    ["GET", "#^/plots/([^/]+)$#D", fn ($number) => with_plot($plots, $number, fn ($plot) => answer(200, $plot))],
    ["POST", "#^/plots/([^/]+)/waterings$#D", fn ($number) => with_plot(
        $plots,
        $number,
        fn ($plot) => answer(202, ["plot" => $plot["number"], "minutes" => 10]),
    )],
];

$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);
$allowed = [];
foreach ($routes as [$method, $pattern, $handler]) {
    if (!preg_match($pattern, $path, $parts)) {
        continue;
    }
    if ($method === $_SERVER["REQUEST_METHOD"]) {
        $handler(...array_slice($parts, 1));
        exit;
    }
    $allowed[$method] = true;
}

if ($allowed) {
    $allow = implode(", ", array_keys($allowed));
    header("Allow: $allow");
    answer(405, ["error" => "use $allow"]);
} else {
    answer(404, ["error" => "not found"]);
}
