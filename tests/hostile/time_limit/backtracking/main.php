<?php
ini_set("pcre.backtrack_limit", "1000000000000");
var_dump(preg_match('/^(a|a|b?)*$/', str_repeat("a", 60) . "c"));
