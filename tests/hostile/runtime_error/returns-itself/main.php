<?php

function add($a, $b)
{
    $answer = [$a + $b];
    $answer[] = &$answer;
    return $answer;
}
