<?php
$hoard = [];
while (true) {
    $hoard[] = str_repeat("x", 1_000_000);
}
