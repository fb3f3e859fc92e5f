<?php
function new_code() {
    return "";
}
