<?php

function add($a, $b)
{
    return new BcMath\Number("6");
}
