<?php

/** Returns a line such as "Ethiopia Guji: 12.50 EUR". */
function price_tag(string $name, int $cents): string
{
    $euros = intdiv($cents, 100);
    $rest = $cents % 100;
    return sprintf("%s: %d.%02d EUR", $name, $euros, $rest);
}
