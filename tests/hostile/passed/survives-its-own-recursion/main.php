<?php
function deeper()
{
    return array_map("deeper", [1]);
}
for ($n = 0; $n < 3; $n++) {
    try {
        deeper();
    } catch (Error $error) {
        echo "caught\n";
    }
}
