<?php

const FILE = "/data/orders.json";
$orders = file_exists(FILE) ? json_decode(file_get_contents(FILE), true) : [];
$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);

/** Sends the stream to a screen whose last order had this mark. */
function stream(array $orders, string $mark): void
{
    header("Content-Type: text/event-stream");
    header("Cache-Control: no-store");
    echo "retry: 2000\n\n";
    $known = ctype_digit($mark) && (int) $mark <= count($orders) ? (int) $mark : 0;
    if ($mark !== "" && (string) $known !== $mark) {
        echo "event: reset\ndata: {}\n\n";
    }
    foreach (array_slice($orders, $known) as $order) {
        echo "id: {$order["number"]}\nevent: order\ndata: ", json_encode($order), "\n\n";
    }
}

if ($_SERVER["REQUEST_METHOD"] === "POST" && $path === "/orders") {
    $body = json_decode(file_get_contents("php://input"), true);
    $order = ["number" => count($orders) + 1, "pizza" => $body["pizza"]];
    file_put_contents(FILE, json_encode([...$orders, $order]));
    http_response_code(201);
    header("Content-Type: application/json");
    echo json_encode($order);
} elseif ($path === "/orders/stream") {
    stream($orders, $_SERVER["HTTP_LAST_EVENT_ID"] ?? "");
} else {
    http_response_code(404);
}
