<?php

const FILE = "/data/orders.json";
$orders = file_exists(FILE) ? json_decode(file_get_contents(FILE), true) : [];
$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);

if ($_SERVER["REQUEST_METHOD"] === "POST" && $path === "/orders") {
    $body = json_decode(file_get_contents("php://input"), true);
    $order = ["number" => count($orders) + 1, "pizza" => $body["pizza"]];
    file_put_contents(FILE, json_encode([...$orders, $order]));
    http_response_code(201);
    header("Content-Type: application/json");
    echo json_encode($order);
} elseif ($path === "/orders/stream") {
    header("Content-Type: application/json");
    echo json_encode($orders);
} else {
    http_response_code(404);
}
