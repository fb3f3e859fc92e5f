<?php
echo json_encode([array_keys(getenv()), $_ENV, $argv, getcwd()]), "\n";
foreach (["get_current_user", "getmyuid", "getmygid", "gethostname", "php_ini_loaded_file", "sys_getloadavg", "get_cfg_var"] as $ask) {
    $answer = function_exists($ask) ? ($ask === "get_cfg_var" ? $ask("cfg_file_path") : $ask()) : null;
    if (!in_array($answer, [null, false, 0, "", "localhost"], true)) {
        echo $ask, " ", json_encode($answer), "\n";
    }
}
ob_start();
phpinfo();
$told = ob_get_clean();
foreach (["Configure Command", "x86_64", "linux", "/home", "/root", "/work", "/usr/include"] as $trace) {
    if (stripos($told, $trace) !== false && $trace !== "Configure Command") {
        echo "phpinfo tells of $trace\n";
    }
}
