<?php

function add($a, $b)
{
    return $a + $b;
}

function add($a, $b)
{
    return $b + $a;
}
