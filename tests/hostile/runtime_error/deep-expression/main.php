<?php
eval("return " . str_repeat("-", 100_000) . "1;");
