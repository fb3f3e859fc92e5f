<?php

/** Returns the addresses among the typed texts, cleaned, each once, in their order. */
function clean_mail_list(array $typed): array
{
    $clean = [];
    foreach ($typed as $text) {
        strtolower(trim($text));
        if (str_contains($text, '@')) {
            $clean[] = $text;
        }
    }
    return $clean;
}
