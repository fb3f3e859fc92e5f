<?php

function add($a, $b)
{
    return str_repeat("x", 16 << 20);
}
