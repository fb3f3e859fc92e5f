<?php
set_error_handler(fn () => true);
foreach (["/code/main.php", "main.php", "/lib/new.php", "/code/new.php", "/new.php"] as $path) {
    $attempts = [
        "append" => fn () => file_put_contents($path, "// marker\n", FILE_APPEND),
        "remove" => fn () => unlink($path),
        "rename" => fn () => rename($path, "$path.old"),
        "truncate" => fn () => fopen($path, "r+") && ftruncate(fopen($path, "r+"), 0),
        "make" => fn () => mkdir("$path.folder"),
        "link" => fn () => symlink($path, "/tmp/link"),
    ];
    foreach ($attempts as $name => $attempt) {
        if ($attempt() !== false) {
            echo "DONE $name $path\n";
        }
    }
}
echo "done\n";
