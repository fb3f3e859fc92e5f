<?php
const PATCH = "marker-" . "7c1e93";
$found = [];
foreach (["/tmp", "/data", "/code", "/lib", sys_get_temp_dir()] as $folder) {
    foreach (@scandir($folder) ?: [] as $name) {
        if (str_contains($name, "marker") || str_starts_with($name, "sess_")) {
            $found[] = "$folder/$name";
        }
    }
}
if (getenv("MARKER") !== false || isset($_ENV["MARKER"]) || ini_get("error_prepend_string")) {
    $found[] = "a setting";
}
if (class_exists("Marker", false) || function_exists("marker")) {
    $found[] = "a declaration";
}
echo $found ? json_encode($found) : "clean", "\n";

eval("class Marker {} function marker() {}");
putenv("MARKER=" . PATCH);
ini_set("error_prepend_string", PATCH);
foreach (["/tmp", "/data", "/code", "/lib"] as $folder) {
    @file_put_contents("$folder/marker", PATCH);
}
$hoard = array_fill(0, 100, str_repeat(PATCH, 1000));
