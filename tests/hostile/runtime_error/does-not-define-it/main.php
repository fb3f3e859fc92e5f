<?php

function subtract($a, $b)
{
    return $a - $b;
}
