<?php
echo "\e[31mred\e[0m\0nul \xFF\xFE \r\x08\n";

function add($a, $b)
{
    return $a + $b;
}

function reverse(string $text): string
{
    return strrev($text);
}

function describe(int $number): array
{
    return ["number" => $number, "names" => ["one", "ein"], "even" => false, "root" => 1.0, "note" => null];
}
