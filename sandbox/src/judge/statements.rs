//! Where statements of SQL begin and end.

/// The last statement of a script, without its semicolon; nothing where there is none.
pub(super) fn last_statement(script: &str) -> Option<&str> {
    let bytes = script.as_bytes();
    let (mut start, mut last) = (0, None);
    let mut at = 0;
    // Whether anything but spaces and comments stands between `start` and `at`.
    let mut begun = false;
    while at < bytes.len() {
        let rest = &script[at..];
        let skip = match bytes[at] {
            b'\'' => quoted(rest, '\''),
            b'"' => quoted(rest, '"'),
            b'`' => quoted(rest, '`'),
            b'[' => rest.find(']').map_or(rest.len(), |end| end + 1),
            b'-' if rest.starts_with("--") => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            b'/' if rest.starts_with("/*") => {
                at += rest.find("*/").map_or(rest.len(), |end| end + 2);
                continue;
            }
            b';' => {
                if begun {
                    last = Some(&script[start..at]);
                }
                (start, begun) = (at + 1, false);
                at += 1;
                continue;
            }
            byte => {
                begun |= !byte.is_ascii_whitespace();
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
        };
        begun = true;
        at += skip;
    }
    if begun { Some(script[start..].trim()) } else { last.map(str::trim) }
}

/// How long a quoted text is; a doubled quote stands for itself.
fn quoted(text: &str, quote: char) -> usize {
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == quote {
            if letters.peek().is_some_and(|(_, next)| *next == quote) {
                letters.next();
            } else {
                return at + quote.len_utf8();
            }
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_comments_hold_no_end() {
        assert_eq!(
            last_statement("SELECT 1; SELECT ';' -- ; \n, 2;\n-- the end; really"),
            Some("SELECT ';' -- ; \n, 2")
        );
        assert_eq!(
            last_statement("SELECT 'it''s; fine' /* ; */ FROM \"a;b\""),
            Some("SELECT 'it''s; fine' /* ; */ FROM \"a;b\"")
        );
        assert_eq!(last_statement("CREATE INDEX i ON t (a);\n\nSELECT * FROM t"), Some("SELECT * FROM t"));
        assert_eq!(last_statement(" ; -- nothing\n;"), None);
        assert_eq!(last_statement("SELECT 'ü; never closed"), Some("SELECT 'ü; never closed"));
    }
}
