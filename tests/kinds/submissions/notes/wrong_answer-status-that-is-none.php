<?php
http_response_code(200);
echo "{\"id\": 1}";
