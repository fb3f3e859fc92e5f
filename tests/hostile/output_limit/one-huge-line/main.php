<?php
echo str_repeat("x", 60 << 20);
