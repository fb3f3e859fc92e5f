<?php

function add($a, $b)
{
    $hoard = [];
    while (true) {
        $hoard[] = range($a, $a + 10_000);
    }
}
