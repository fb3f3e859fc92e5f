<?php
set_error_handler(fn () => true);
while (true) {
    try {
        @file_put_contents("php://stdout", str_repeat("x", 1000));
    } catch (Throwable) {
    }
}
