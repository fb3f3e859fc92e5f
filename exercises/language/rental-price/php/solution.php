<?php

/** Returns the price of a ride in cents. */
function ride_price(int $minutes, int $rate = 15, int $unlock = 100): int
{
    return $unlock + $rate * $minutes;
}
