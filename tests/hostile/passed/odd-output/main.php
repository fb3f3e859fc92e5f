<?php
echo "\e[1mbold\e[0m\0\xFF\r\n";
