<?php

function add($a, $b)
{
    register_shutdown_function(function () {
        ob_start(fn ($text) => trigger_error("third", E_USER_ERROR));
        echo "held back";
        trigger_error("second", E_USER_ERROR);
    });
    trigger_error("first", E_USER_ERROR);
}
