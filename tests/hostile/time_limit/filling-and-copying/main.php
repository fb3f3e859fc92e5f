<?php
$block = str_repeat("x", 8 << 20);
while (true) {
    $block[0] = "y";
    $other = $block;
    $other[1] = "z";
    strrev($other);
}
