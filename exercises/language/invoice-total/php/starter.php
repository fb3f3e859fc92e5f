<?php

/** Returns the total of an invoice in cents. Each line is a pair of hours and price. */
function invoice_total(array $lines)
{
    foreach ($lines as [$hours, $price]) {
        return $hours * $price;
    }
}
