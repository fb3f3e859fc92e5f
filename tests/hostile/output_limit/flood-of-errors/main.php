<?php
while (true) {
    fwrite(STDERR, "an error\n");
}
