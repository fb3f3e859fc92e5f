<?php
set_error_handler(fn () => true);
$file = fopen("/tmp/big", "wb");
$written = 0;
while ($written < 1 << 30) {
    $part = fwrite($file, str_repeat("x", 1 << 16));
    if (!$part) {
        echo "capped\n";
        break;
    }
    $written += $part;
}
for ($n = 0; $n < 1_000_000; $n++) {
    if (!touch("/tmp/$n")) {
        echo "capped\n";
        break;
    }
}
