<?php
ob_start(fn ($text) => '{"value":5}', 1);
output_add_rewrite_var("value", "5");

function add($a, $b)
{
    ob_start(fn ($text) => str_replace("6", "5", $text));
    header("X-Value: 5");
    echo 6;
    return 6;
}
