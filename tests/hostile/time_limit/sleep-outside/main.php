<?php
sleep(31);
