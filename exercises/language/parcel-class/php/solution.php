<?php

/** Returns the class of a parcel by its weight in grams. */
function parcel_class(int $grams): string
{
    return match (true) {
        $grams <= 0 => 'empty',
        $grams <= 500 => 'letter',
        $grams <= 2000 => 'small',
        $grams <= 10000 => 'parcel',
        $grams < 31500 => 'heavy',
        default => 'freight',
    };
}
