<?php

/** Returns the price of a ride in cents. */
function ride_price(int $minutes)
{
    echo 100 + 15 * $minutes;
}
