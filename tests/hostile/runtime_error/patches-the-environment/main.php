<?php
ini_set("serialize_precision", "1");
ini_set("precision", "1");
ini_set("error_reporting", "0");
ini_set("display_errors", "0");
ini_set("max_execution_time", "1");
ini_set("zend.max_allowed_stack_size", "-1");
setlocale(LC_ALL, "de_DE");
mb_internal_encoding("ASCII");
set_error_handler(fn () => true);
set_exception_handler(fn () => print('{"value":5}'));

function add($a, $b)
{
    throw new ErrorException("nobody sees it", 0, E_WARNING);
}
