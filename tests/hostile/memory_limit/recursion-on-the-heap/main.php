<?php
function deeper(int $n): int
{
    return deeper($n + 1) + 1;
}
echo deeper(0);
