<?php

$departures = [
    ["to" => "Ærø", "at" => "07:40"],
    ["to" => "Samsø", "at" => "08:15"],
    ["to" => "Hven", "at" => "08:15"],
    ["to" => "Ærø", "at" => "09:40"],
];

// Every request gets the same answer so far. Look at $_SERVER["REQUEST_URI"].
echo "hello";
