<?php

function add($a, $b)
{
    throw new LogicException("write me");
}
