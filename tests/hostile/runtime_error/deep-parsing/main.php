<?php
$nested = json_decode(str_repeat("[", 100_000) . str_repeat("]", 100_000), true, 200_000, JSON_THROW_ON_ERROR);
echo json_encode($nested, JSON_THROW_ON_ERROR, 200_000);
