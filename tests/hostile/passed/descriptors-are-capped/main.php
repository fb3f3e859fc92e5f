<?php
$held = [];
while (count($held) < 1_000_000) {
    $file = @fopen("/code/main.php", "r");
    if (!$file) {
        echo "capped\n";
        exit(0);
    }
    $held[] = $file;
}
echo "NO END\n";
