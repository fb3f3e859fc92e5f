<?php

/** Returns the total of an invoice in cents. Each line is a pair of hours and price. */
function invoice_total(array $lines): int
{
    $total = 0;
    foreach ($lines as [$hours, $price]) {
        $total += $hours * $price;
    }
    return $total;
}
