<?php
function new_code() {
    return implode("", array_map(fn () => chr(97 + random_int(0, 25)), range(1, 6)));
}
