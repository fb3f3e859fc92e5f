<?php
set_time_limit(1);
register_shutdown_function(function () {
    while (true) {
    }
});
while (true) {
    try {
        while (true) {
        }
    } catch (Throwable) {
    }
}
