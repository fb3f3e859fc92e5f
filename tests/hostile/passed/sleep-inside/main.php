<?php
$before = microtime(true);
sleep(29);
$slept = microtime(true) - $before;
var_dump($slept >= 29 && $slept < 30);
