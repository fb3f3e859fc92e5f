<?php

/** Says whether the text has one @, with something on both sides, and no space. */
function is_address(string $text): bool
{
    $parts = explode('@', $text);
    return count($parts) === 2 && !in_array('', $parts, true) && !str_contains($text, ' ');
}

/** Returns the addresses among the typed texts, cleaned, each once, in their order. */
function clean_mail_list(array $typed): array
{
    $clean = [];
    foreach ($typed as $text) {
        $text = strtolower(trim($text));
        if (is_address($text) && !in_array($text, $clean, true)) {
            $clean[] = $text;
        }
    }
    return $clean;
}
