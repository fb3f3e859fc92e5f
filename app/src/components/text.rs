//! Small matters of text: addresses, counting, comparing.

/// Text as the value in a query; `/` stays readable.
#[cfg(feature = "ssr")]
pub(crate) fn query_value(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => value.push(char::from(byte)),
            other => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                value.push('%');
                value.push(char::from(HEX[usize::from(other >> 4)]));
                value.push(char::from(HEX[usize::from(other & 15)]));
            }
        }
    }
    value
}

#[cfg(any(feature = "ssr", feature = "workspace"))]
/// "1 test", "2 tests".
pub(crate) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Minutes as an estimate reads: nobody knows it to the minute.
#[cfg(feature = "ssr")]
pub(crate) fn duration(minutes: u32) -> String {
    match minutes {
        0..60 => format!("{minutes} min"),
        _ => {
            let halves = (minutes + 15) / 30;
            let half = if halves % 2 == 1 { "½" } else { "" };
            format!("about {}{half} h", halves / 2)
        }
    }
}

/// Microseconds as milliseconds, as exact as a person wants them.
pub(crate) fn milliseconds(us: u64) -> String {
    match us {
        0..100 => "under 0.1 ms".to_owned(),
        100..10_000 => format!("{}.{} ms", us / 1_000, us % 1_000 / 100),
        _ => format!("{} ms", us / 1_000),
    }
}

#[cfg(any(feature = "ssr", feature = "workspace"))]
/// Bytes as MiB, rounded up: nothing used no memory.
pub(crate) fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes.div_ceil(1024 * 1024))
}

#[cfg(any(feature = "ssr", feature = "workspace"))]
/// Whether this is rows under their columns, which only make sense unbroken: a line of dashes stands below the names.
pub(crate) fn is_table(text: &str) -> bool {
    let rule = text.lines().nth(1).unwrap_or("");
    rule.contains('-') && rule.chars().all(|letter| matches!(letter, '-' | '|' | ' '))
}

#[cfg(any(feature = "ssr", feature = "workspace"))]
/// Splits two texts where they begin to differ: what both share, and the rest of each.
///
/// The cut stands at the start of a word where it can, so that the mark is readable.
pub(crate) fn first_difference<'a>(expected: &'a str, actual: &'a str) -> (&'a str, &'a str, &'a str) {
    let same: usize = expected
        .chars()
        .zip(actual.chars())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    let shared = &expected[..same];
    let goes_on = |text: &str| text[same..].starts_with(char::is_alphanumeric);
    let word = shared
        .rfind(|letter: char| !letter.is_alphanumeric())
        .map_or(0, |at| at + shared[at..].chars().next().map_or(0, char::len_utf8));
    // Where no word is cut, or the run of letters is too long to be one, the exact place says more.
    let in_word = goes_on(expected) || goes_on(actual);
    let cut = if in_word && same - word <= 24 { word } else { same };
    (&expected[..cut], &expected[cut..], &actual[cut..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "ssr")]
    #[test]
    fn a_query_value_cannot_end_its_parameter() {
        assert_eq!(query_value("/a?b=c&d=é#x"), "/a%3Fb%3Dc%26d%3D%C3%A9%23x");
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn an_estimate_is_no_more_exact_than_it_is() {
        let read: Vec<String> = [0, 59, 60, 80, 74, 300].map(duration).into();
        assert_eq!(read, ["0 min", "59 min", "about 1 h", "about 1½ h", "about 1 h", "about 5 h"]);
    }

    #[test]
    fn the_difference_starts_at_a_word() {
        assert_eq!(first_difference("[1, 20, 3]", "[1, 21, 3]"), ("[1, ", "20, 3]", "21, 3]"));
        assert_eq!(first_difference("\"naïve\"", "\"naïf\""), ("\"", "naïve\"", "naïf\""));
        assert_eq!(first_difference("None", "None, 1"), ("None", "", ", 1"));
        assert_eq!(first_difference("", "x"), ("", "", "x"));
    }

    #[test]
    fn a_table_has_a_rule_below_its_names() {
        assert!(is_table("name | orders\n---- | ------\nAda  |      2"));
        assert!(is_table("n\n-\n1"));
        for text in ["name | orders", "a\nb - c", "", "a\n\nb"] {
            assert!(!is_table(text), "{text}");
        }
    }

    #[test]
    fn times_and_sizes_read_well() {
        assert_eq!(milliseconds(40), "under 0.1 ms");
        assert_eq!(milliseconds(2_345), "2.3 ms");
        assert_eq!(milliseconds(45_678), "45 ms");
        assert_eq!(mebibytes(1), "1 MiB");
        assert_eq!(plural(1, "test"), "1 test");
        assert_eq!(plural(0, "test"), "0 tests");
    }
}
