<?php

/** Returns the table: days late, age of the reader, fee in cents. */
function examples(): array
{
    return [
        [10, 30, 200],
    ];
}
