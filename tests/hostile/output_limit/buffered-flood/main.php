<?php
ob_start();
for ($n = 0; $n < 2_000; $n++) {
    echo str_repeat("x", 1000);
}
