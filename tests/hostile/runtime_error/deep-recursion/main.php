<?php
function deeper()
{
    return call_user_func("deeper");
}
usort($list, "deeper");
$list = [1, 2];
usort($list, fn ($a, $b) => array_map("deeper", [$a, $b]));
