<?php
echo date("Y-m-d"), "\n";
echo microtime(true), " ", hrtime(true), " ", uniqid(), "\n";
echo mt_rand(), " ", rand(), " ", random_int(0, PHP_INT_MAX), " ", bin2hex(random_bytes(8)), "\n";
echo implode(",", array_rand(range(0, 999), 5)), " ", str_shuffle("abcdefgh"), " ", password_hash("a", PASSWORD_BCRYPT, ["cost" => 4]), "\n";
echo spl_object_id(new stdClass()), " ", spl_object_hash(new stdClass()), " ", memory_get_usage(), "\n";
echo (new Random\Randomizer())->getInt(0, 1 << 40), " ", tempnam("/tmp", "x"), "\n";
