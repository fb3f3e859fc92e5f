<?php
$data = str_repeat("x", 128 << 20);
echo strlen($data), "\n";
