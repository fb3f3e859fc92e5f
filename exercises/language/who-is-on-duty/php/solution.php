<?php

/** Returns which shift is called at this hour. */
function on_duty(int $hour, bool $holiday): string
{
    if ($hour >= 22 || $hour < 6) {
        return "night";
    }
    if ($holiday) {
        return "standby";
    }
    if ($hour < 14) {
        return "early";
    }
    return "late";
}
