//! Values as literals of each language.

use domain::Language;

use super::layout::{Node, cut};
use crate::values::Value;

/// A text as it was printed, the controls in it made visible, cut where it is long.
pub(super) fn shown(text: &str) -> String {
    cut(domain::visible_text(text.trim_end()))
}

/// A value as the language's source text, with the places where it may be broken.
pub(super) fn node(language: Language, value: &Value) -> Node {
    let items = |values: &[Value]| values.iter().map(|value| node(language, value)).collect::<Vec<_>>();
    match value {
        Value::Null => Node::leaf(null(language)),
        Value::Bool(truth) => Node::leaf(boolean(language, *truth)),
        Value::Integer(digits) => Node::leaf(digits),
        Value::Big(digits) => Node::leaf(match language {
            Language::Python | Language::Ruby | Language::Sql => digits.clone(),
            Language::Javascript | Language::Typescript => format!("{digits}n"),
            Language::Php => format!("new BcMath\\Number('{digits}')"),
        }),
        Value::Float(number) => Node::leaf(float(language, *number)),
        Value::Text(content) => Node::leaf(text(language, content)),
        Value::Bytes(bytes) => octets(language, bytes),
        Value::Date(moment) => {
            let literal = text(language, moment);
            Node::leaf(match language {
                Language::Python => format!("datetime.fromisoformat({literal})"),
                Language::Javascript | Language::Typescript => format!("new Date({literal})"),
                Language::Ruby if moment.contains('T') => format!("Time.iso8601({literal})"),
                Language::Ruby => format!("Date.iso8601({literal})"),
                Language::Php => format!("new DateTimeImmutable({literal})"),
                Language::Sql => literal,
            })
        }
        Value::Tuple(values) if language == Language::Python => Node::Group {
            open: "(".to_owned(),
            items: items(values).into_iter().map(|item| (String::new(), item)).collect(),
            close: ")",
            pad: "",
            comma: values.len() == 1,
        },
        Value::List(values) | Value::Tuple(values) => Node::group("[", items(values), "]"),
        Value::Set(values) => match language {
            Language::Python if values.is_empty() => Node::leaf("set()"),
            Language::Python => Node::group("{", items(values), "}"),
            Language::Javascript | Language::Typescript => Node::group("new Set([", items(values), "])"),
            Language::Ruby => Node::group("Set[", items(values), "]"),
            Language::Php | Language::Sql => Node::group("[", items(values), "]"),
        },
        Value::Object(entries) => {
            let (open, close, pad) = match language {
                Language::Javascript | Language::Typescript => ("{", "}", " "),
                Language::Php => ("[", "]", ""),
                Language::Python | Language::Ruby | Language::Sql => ("{", "}", ""),
            };
            Node::Group {
                open: open.to_owned(),
                items: entries.iter().map(|(name, value)| (key(language, name), node(language, value))).collect(),
                close,
                pad,
                comma: false,
            }
        }
    }
}

fn null(language: Language) -> &'static str {
    match language {
        Language::Python => "None",
        Language::Javascript | Language::Typescript | Language::Php => "null",
        Language::Ruby => "nil",
        Language::Sql => "NULL",
    }
}

fn boolean(language: Language, truth: bool) -> &'static str {
    match (language, truth) {
        (Language::Python, true) => "True",
        (Language::Python, false) => "False",
        (Language::Sql, true) => "TRUE",
        (Language::Sql, false) => "FALSE",
        (_, true) => "true",
        (_, false) => "false",
    }
}

/// A key and what stands between it and its value.
fn key(language: Language, name: &str) -> String {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
    let literal = || text(language, name);
    match language {
        // Written any other way it would set the object's prototype.
        Language::Javascript | Language::Typescript if name == "__proto__" => format!("[{}]: ", literal()),
        Language::Javascript | Language::Typescript if plain => format!("{name}: "),
        Language::Ruby | Language::Php => format!("{} => ", literal()),
        Language::Python | Language::Javascript | Language::Typescript | Language::Sql => format!("{}: ", literal()),
    }
}

/// A string literal.
pub(super) fn text(language: Language, content: &str) -> String {
    match language {
        Language::Python => quoted(content, '\'', '"', python_escape),
        Language::Javascript | Language::Typescript => quoted(content, '"', '\'', python_escape),
        // Only between double quotes does an escape mean anything.
        Language::Ruby => quoted(content, '"', '"', ruby_escape),
        Language::Php if !content.chars().any(is_hidden) => {
            format!("'{}'", content.replace('\\', "\\\\").replace('\'', "\\'"))
        }
        Language::Php => quoted(content, '"', '"', php_escape),
        Language::Sql => format!("'{}'", content.replace('\'', "''")),
    }
}

/// A literal between the usual quotes, or between the others where that saves an escape.
fn quoted(content: &str, usual: char, other: char, escape: fn(char) -> Option<String>) -> String {
    let quote = if content.contains(usual) && !content.contains(other) { other } else { usual };
    let mut literal = String::with_capacity(content.len() + 2);
    literal.push(quote);
    for c in content.chars() {
        match c {
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            '\\' => literal.push_str("\\\\"),
            c if c == quote => literal.extend(['\\', c]),
            c => match escape(c) {
                Some(escaped) => literal.push_str(&escaped),
                None => literal.push(c),
            },
        }
    }
    literal.push(quote);
    literal
}

/// Python's and JavaScript's.
fn python_escape(c: char) -> Option<String> {
    let code = u32::from(c);
    is_hidden(c).then(|| if code < 0xa0 { format!("\\x{code:02x}") } else { format!("\\u{code:04x}") })
}

fn ruby_escape(c: char) -> Option<String> {
    let code = u32::from(c);
    match c {
        // What follows would otherwise be evaluated.
        '#' => Some("\\#".to_owned()),
        c if is_hidden(c) => Some(if code < 0x80 { format!("\\x{code:02X}") } else { format!("\\u{code:04X}") }),
        _ => None,
    }
}

fn php_escape(c: char) -> Option<String> {
    let code = u32::from(c);
    match c {
        '$' => Some("\\$".to_owned()),
        c if is_hidden(c) => Some(if code < 0x80 { format!("\\x{code:02x}") } else { format!("\\u{{{code:x}}}") }),
        _ => None,
    }
}

/// Controls, and what is invisible or turns the text around it: escaped, so that two strings that differ look different.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Bytes that are no text.
fn octets(language: Language, bytes: &[u8]) -> Node {
    match language {
        Language::Python => Node::leaf(python_bytes(bytes)),
        Language::Javascript | Language::Typescript => {
            let numbers = bytes.iter().map(|byte| Node::leaf(byte.to_string())).collect();
            Node::group("new Uint8Array([", numbers, "])")
        }
        Language::Ruby => Node::leaf(format!("{}.b", escaped_bytes(bytes, b'"', b"#"))),
        Language::Php => Node::leaf(escaped_bytes(bytes, b'"', b"$")),
        Language::Sql => {
            let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            Node::leaf(format!("X'{digits}'"))
        }
    }
}

fn python_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    format!("b{}", escaped_bytes(bytes, quote, b""))
}

/// Bytes between quotes, those that are no printable ASCII as escapes; `special` gets a backslash as well.
fn escaped_bytes(bytes: &[u8], quote: u8, special: &[u8]) -> String {
    let mut literal = String::from(char::from(quote));
    for &byte in bytes {
        match byte {
            b'\n' => literal.push_str("\\n"),
            b'\r' => literal.push_str("\\r"),
            b'\t' => literal.push_str("\\t"),
            b'\\' => literal.push_str("\\\\"),
            byte if byte == quote || special.contains(&byte) => literal.extend(['\\', char::from(byte)]),
            b' '..=b'~' => literal.push(char::from(byte)),
            byte => literal.push_str(&format!("\\x{byte:02x}")),
        }
    }
    literal.push(char::from(quote));
    literal
}

/// A number as the language prints it: the shortest digits that read back the same, laid out by its own rules.
pub(super) fn float(language: Language, number: f64) -> String {
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if number.is_nan() {
        return not_a_number(language).to_owned();
    }
    if number.is_infinite() {
        return infinity(language, sign);
    }
    // `1.25e-7`: digits and exponent are Rust's, and the shortest there are.
    let scientific = format!("{:e}", number.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    // The decimal exponents from which on each language turns to the scientific form.
    let plain = match language {
        Language::Python | Language::Ruby => -4..16,
        Language::Javascript | Language::Typescript => -6..21,
        Language::Php | Language::Sql => -4..15,
    };
    let writes_a_point = !matches!(language, Language::Javascript | Language::Typescript);
    let with_point = |digits: &str| {
        if writes_a_point && !digits.contains('.') { format!("{digits}.0") } else { digits.to_owned() }
    };
    let digits = if plain.contains(&exponent) {
        with_point(&number.abs().to_string())
    } else {
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        let size = exponent.abs();
        match language {
            Language::Python => format!("{mantissa}e{exponent_sign}{size:02}"),
            Language::Javascript | Language::Typescript => format!("{mantissa}e{exponent_sign}{size}"),
            Language::Ruby | Language::Sql => format!("{}e{exponent_sign}{size:02}", with_point(mantissa)),
            Language::Php => format!("{}E{exponent_sign}{size}", with_point(mantissa)),
        }
    };
    format!("{sign}{digits}")
}

fn not_a_number(language: Language) -> &'static str {
    match language {
        Language::Python => "float('nan')",
        Language::Javascript | Language::Typescript => "NaN",
        Language::Ruby => "Float::NAN",
        Language::Php => "NAN",
        // It has none: what would be one is NULL there.
        Language::Sql => "NULL",
    }
}

fn infinity(language: Language, sign: &str) -> String {
    match language {
        Language::Python => format!("float('{sign}inf')"),
        Language::Javascript | Language::Typescript => format!("{sign}Infinity"),
        Language::Ruby => format!("{sign}Float::INFINITY"),
        Language::Php => format!("{sign}INF"),
        Language::Sql => format!("{sign}9e999"),
    }
}
