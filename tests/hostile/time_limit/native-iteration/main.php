<?php
function numbers()
{
    while (true) {
        yield 1;
    }
}
echo iterator_count(numbers());
