<?php
set_error_handler(fn () => true);
$paths = ["/etc/passwd", "../etc/passwd", "../../../../../../etc/passwd", "/code/../../etc/passwd", "/proc/self/environ", "/proc/self/maps",
    "/dev/zero", "/root", "/home", "/sys", "/lib/../../etc/hostname", "//etc/passwd", "~/.ssh", "file:///etc/passwd", "glob:///etc/*",
    "php://filter/resource=/etc/passwd", "compress.zlib:///etc/passwd", "php://fd/3", "php://fd/7", "phar:///etc/passwd"];
foreach ($paths as $path) {
    $text = file_get_contents($path, length: 100);
    if ($text) {
        echo "READ $path $text\n";
    }
    foreach (scandir($path) ?: [] as $name) {
        echo "LISTED $path $name\n";
    }
    if (include $path) {
        echo "INCLUDED $path\n";
    }
}
if (symlink("/etc/passwd", "/tmp/link")) {
    echo "LINKED ", file_get_contents("/tmp/link"), "\n";
}
foreach (scandir("/") ?: [] as $name) {
    if (!in_array($name, [".", "..", "code", "lib", "tmp", "data", "dev"])) {
        echo "FOUND $name\n";
    }
}
echo "done\n";
