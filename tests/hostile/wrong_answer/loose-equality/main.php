<?php

function add($a, $b)
{
    return true;
}

function reverse($text)
{
    return true;
}

function describe($number)
{
    return ["number" => "1", "names" => ["one", "ein"], "even" => null, "root" => true, "note" => false];
}
