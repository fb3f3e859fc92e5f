<?php

function add($a, $b)
{
    while (true) {
        echo "a flood\n";
    }
}
