<?php
echo str_repeat("x", 1024), "\n";
