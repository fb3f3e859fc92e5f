<?php
$total = 0;
for ($n = 0; $n < 9_000_000; $n++) {
    $total += $n * $n;
}
echo $total % 1000, "\n";
