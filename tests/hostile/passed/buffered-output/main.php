<?php
ob_start(fn ($text) => strtoupper($text));
echo "first\n";
ob_start();
echo "never\n";
ob_end_clean();
register_shutdown_function(function () {
    ob_end_flush();
    ob_start();
    echo "last\n";
});
exit(0);
