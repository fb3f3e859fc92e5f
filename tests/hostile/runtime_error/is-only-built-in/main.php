<?php

namespace Mine;

function add($a, $b)
{
    return $a + $b;
}

class Sum
{
    public static function add($a, $b)
    {
        return $a + $b;
    }
}
