<?php
const STORE = "/data/notes.json";
$notes = file_exists(STORE) ? json_decode(file_get_contents(STORE), true) : [];
$path = parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH);
if ($path === "/hello") {
    if (isset($_GET["name"])) {
        setcookie("name", $_GET["name"]);
    }
    header("Content-Type: text/plain");
    echo "hello ", $_COOKIE["name"] ?? "stranger";
    return;
}
header("Content-Type: application/json");
if ($_SERVER["REQUEST_METHOD"] === "POST") {
    $note = ["id" => count($notes) + 1] + json_decode(file_get_contents("php://input"), true);
    file_put_contents(STORE, json_encode([...$notes, $note]));
    http_response_code(201);
    header("Location: /notes/" . $note["id"]);
    echo json_encode($note);
    return;
}
foreach ($notes as $note) {
    if ($path === "/notes/" . $note["id"]) {
        echo json_encode($note);
        return;
    }
}
http_response_code(404);
