<?php
echo strlen(bcpow("7", "40353607"));
