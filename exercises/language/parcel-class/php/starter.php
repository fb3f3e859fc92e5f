<?php

/** Returns the class of a parcel by its weight in grams. */
function parcel_class(int $grams): string
{
    if ($grams < 500) {
        return 'letter';
    }
    return 'freight';
}
