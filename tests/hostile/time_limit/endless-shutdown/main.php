<?php
register_shutdown_function(function () {
    while (true) {
    }
});
class Holder
{
    public function __destruct()
    {
        while (true) {
        }
    }
}
$holder = new Holder();
echo "the end\n";
