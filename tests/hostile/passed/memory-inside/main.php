<?php
$data = str_repeat("x", 16 << 20);
echo strlen($data), "\n";
