<?php

function add($a, $b)
{
    for (;;) {
    }
}
