//! Text that came out of a learner's program, on its way to a page or a terminal.

/// Makes every control character of a text visible, so that it can neither hide nor act.
///
/// Line ends and tabs stay. Other control characters become their pictures (`␀`, `␛`), and those that change the
/// direction of text become escapes (`\u{202e}`): a program could make a report read other than it is.
pub fn visible_text(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' | '\t' => visible.push(c),
            '\r' if rest.peek() == Some(&'\n') => {}
            // The block of control pictures lies in the order of the characters it depicts.
            '\0'..='\x1f' => visible.extend(char::from_u32(0x2400 + u32::from(c))),
            '\x7f' => visible.push('\u{2421}'),
            '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => {
                visible.extend(c.escape_unicode());
            }
            _ => visible.push(c),
        }
    }
    visible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_in_any_script_stays() {
        let text = "one\ttwo\nñ 漢字 עברית 👩\u{200d}💻\n";
        assert_eq!(visible_text(text), text);
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(visible_text("\x1b[31mred\0\x7f\u{9b}"), "␛[31mred␀␡\\u{9b}");
        assert_eq!(visible_text("a\r\nb\rc"), "a\nb␍c");
        assert_eq!(visible_text("\u{202e}txt.exe"), "\\u{202e}txt.exe");
    }
}
