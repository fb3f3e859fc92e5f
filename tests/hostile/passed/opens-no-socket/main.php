<?php
set_error_handler(fn () => true);
$attempts = [
    "connect" => fn () => fsockopen("127.0.0.1", 80, $code, $message, 1),
    "stream" => fn () => stream_socket_client("tcp://127.0.0.1:80"),
    "local" => fn () => stream_socket_client("unix:///var/run/docker.sock"),
    "listen" => fn () => stream_socket_server("tcp://0.0.0.0:8080"),
    "download" => fn () => file_get_contents("http://127.0.0.1/"),
    "ftp" => fn () => file_get_contents("ftp://127.0.0.1/"),
    "resolve" => fn () => gethostbynamel("localhost"),
    "mail" => fn () => mail("a@b.c", "d", "e"),
    "exec" => fn () => exec("id"),
    "shell" => fn () => shell_exec("id"),
    "system" => fn () => system("id"),
    "passthru" => fn () => passthru("id") ?? false,
    "backticks" => fn () => `id`,
    "popen" => fn () => popen("id", "r"),
    "process" => fn () => proc_open("id", [], $pipes),
    "fork" => fn () => pcntl_fork(),
    "native" => fn () => FFI::cdef("int system(const char *);")->system("id"),
    "extension" => fn () => dl("ffi.so"),
    "fiber" => fn () => (new Fiber(fn () => print("IN A FIBER")))->start(),
];
foreach ($attempts as $name => $attempt) {
    try {
        if ($attempt()) {
            echo "DONE $name\n";
        }
    } catch (Throwable) {
    }
}
echo "done\n";
