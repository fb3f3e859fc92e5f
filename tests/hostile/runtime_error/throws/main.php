<?php
echo "before\n";
function divide($a, $b)
{
    return intdiv($a, $b);
}
divide(1, 0);
