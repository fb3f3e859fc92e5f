<?php

$total = 0;
$tip = 0;

/** Returns the total, the tip and what each of the guests pays, in cents. */
function bill(array $prices, int $guests): array
{
    global $total, $tip;
    foreach ($prices as $price) {
        $total = $total + $price;
    }
    if ($guests >= 2) {
        $tip = intdiv($total, 10);
    }
    $each = intdiv($total + $tip + $guests - 1, $guests);
    return ["total" => $total, "tip" => $tip, "each" => $each];
}
