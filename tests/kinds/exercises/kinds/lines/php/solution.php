<?php
if (isset($argv[1]) && !file_exists($argv[1])) {
    fwrite(STDERR, "$argv[1] is not there\n");
    exit(2);
}
$text = isset($argv[1]) ? file_get_contents($argv[1]) : stream_get_contents(STDIN);
$count = substr_count($text, "\n");
if (isset($argv[2])) {
    file_put_contents($argv[2], (string) $count);
} else {
    echo $count, "\n";
}
