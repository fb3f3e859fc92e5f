<?php
echo 0;
