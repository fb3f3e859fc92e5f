<?php
// A chain so long that freeing it, link by link on the stack, needs more stack than there is.
$chain = null;
for ($n = 0; $n < 500_000; $n++) {
    $chain = [$chain];
}
unset($chain);
echo "freed\n";
