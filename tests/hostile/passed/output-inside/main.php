<?php
echo str_repeat("x", 1023), "\n";
