<?php

function add($a, $b)
{
    yield $a + $b;
}
