<?php

/** Returns the total, the tip and what each of the guests pays, in cents. */
function bill(array $prices, int $guests): array
{
    $total = 0;
    $tip = 0;
    foreach ($prices as $price) {
        $total = $total + $price;
    }
    if ($guests >= 2) {
        $tip = intdiv($total, 10);
    }
    $each = intdiv($total + $tip + $guests - 1, $guests);
    return ["total" => $total, "tip" => $tip, "each" => $each];
}
