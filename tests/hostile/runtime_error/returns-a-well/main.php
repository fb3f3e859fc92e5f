<?php

function add($a, $b)
{
    $answer = $a + $b;
    for ($n = 0; $n < 100_000; $n++) {
        $answer = [$answer];
    }
    return $answer;
}
