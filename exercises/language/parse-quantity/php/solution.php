<?php

/** Returns the quantity from 1 to 99, or throws with a reason. */
function parse_quantity(string $text): int
{
    $digits = trim($text);
    if (!ctype_digit($digits)) {
        throw new InvalidArgumentException("not a whole number: '$text'");
    }
    $quantity = (int) $digits;
    if ($quantity < 1) {
        throw new InvalidArgumentException('must be at least 1');
    }
    if ($quantity > 99) {
        throw new InvalidArgumentException('must be at most 99');
    }
    return $quantity;
}
