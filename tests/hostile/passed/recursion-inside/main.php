<?php
function depth($n)
{
    return $n === 0 ? 0 : 1 + array_sum(array_map("depth", [$n - 1]));
}
echo depth(900), "\n";
