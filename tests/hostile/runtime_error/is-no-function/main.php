<?php

$add = fn ($a, $b) => $a + $b;
const add = "a constant";

class add
{
}
