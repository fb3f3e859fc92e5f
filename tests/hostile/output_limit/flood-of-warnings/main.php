<?php
while (true) {
    $missing["key"];
}
