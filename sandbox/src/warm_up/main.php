<?php

function tally(array $words): array
{
    return ["counts" => array_count_values($words), "text" => explode(" ", strtoupper(implode(" ", $words)))];
}

echo json_encode(tally(["one", "two"])), "\n";
