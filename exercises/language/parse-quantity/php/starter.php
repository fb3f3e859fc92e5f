<?php

/** Returns the quantity from 1 to 99, or throws with a reason. */
function parse_quantity(string $text): int
{
    return (int) $text;
}
