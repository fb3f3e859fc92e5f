//! Literals of each language.

use domain::Language;

use super::layout::Node;
use crate::values::Value;

/// A value as the language's source text, with the places where it may be broken.
pub(super) fn node(language: Language, value: &Value) -> Node {
    let python = language == Language::Python;
    let items = |values: &[Value]| values.iter().map(|value| node(language, value)).collect::<Vec<_>>();
    match value {
        Value::Null => Node::leaf(if python { "None" } else { "null" }),
        Value::Bool(truth) => Node::leaf(match (language, truth) {
            (Language::Python, true) => "True",
            (Language::Python, false) => "False",
            (Language::Javascript, true) => "true",
            (Language::Javascript, false) => "false",
        }),
        Value::Integer(digits) => Node::leaf(digits),
        Value::Big(digits) => Node::leaf(if python { digits.clone() } else { format!("{digits}n") }),
        Value::Float(number) => Node::leaf(float(language, *number)),
        Value::Text(content) => Node::leaf(text(language, content)),
        Value::Bytes(bytes) if python => Node::leaf(python_bytes(bytes)),
        Value::Bytes(bytes) => {
            let numbers = bytes.iter().map(|byte| Node::leaf(byte.to_string())).collect();
            Node::group("new Uint8Array([", numbers, "])")
        }
        Value::Date(moment) if python => Node::leaf(format!("datetime.fromisoformat({})", text(language, moment))),
        Value::Date(moment) => Node::leaf(format!("new Date({})", text(language, moment))),
        Value::List(values) => Node::group("[", items(values), "]"),
        Value::Tuple(values) if python => Node::Group {
            open: "(".to_owned(),
            items: items(values).into_iter().map(|item| (String::new(), item)).collect(),
            close: ")",
            pad: "",
            comma: values.len() == 1,
        },
        Value::Tuple(values) => Node::group("[", items(values), "]"),
        Value::Set(values) if python && values.is_empty() => Node::leaf("set()"),
        Value::Set(values) if python => Node::group("{", items(values), "}"),
        Value::Set(values) => Node::group("new Set([", items(values), "])"),
        Value::Object(entries) => Node::Group {
            open: "{".to_owned(),
            items: entries.iter().map(|(name, value)| (key(language, name), node(language, value))).collect(),
            close: "}",
            pad: if python { "" } else { " " },
            comma: false,
        },
    }
}

/// A key and its colon.
fn key(language: Language, name: &str) -> String {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
    match language {
        // Written any other way it would set the object's prototype.
        Language::Javascript if name == "__proto__" => format!("[{}]: ", text(language, name)),
        Language::Javascript if plain => format!("{name}: "),
        _ => format!("{}: ", text(language, name)),
    }
}

/// A string literal. Each language has a quote of its own and takes the other where that saves an escape.
pub(super) fn text(language: Language, content: &str) -> String {
    let (usual, other) = match language {
        Language::Python => ('\'', '"'),
        Language::Javascript => ('"', '\''),
    };
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
            '\0'..='\x1f' | '\x7f'..='\u{9f}' => literal.push_str(&format!("\\x{:02x}", u32::from(c))),
            // Invisible, or turning the text around it: shown, so that two strings that differ look different.
            '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {
                literal.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => literal.push(c),
        }
    }
    literal.push(quote);
    literal
}

fn python_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let mut literal = String::from("b");
    literal.push(char::from(quote));
    for &byte in bytes {
        match byte {
            b'\n' => literal.push_str("\\n"),
            b'\r' => literal.push_str("\\r"),
            b'\t' => literal.push_str("\\t"),
            b'\\' => literal.push_str("\\\\"),
            byte if byte == quote => literal.extend(['\\', char::from(byte)]),
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
    if number.is_nan() || number.is_infinite() {
        return match (language, number.is_nan()) {
            (Language::Python, true) => "float('nan')".to_owned(),
            (Language::Python, false) => format!("float('{sign}inf')"),
            (Language::Javascript, true) => "NaN".to_owned(),
            (Language::Javascript, false) => format!("{sign}Infinity"),
        };
    }
    // `1.25e-7`: digits and exponent are Rust's, and the shortest there are.
    let scientific = format!("{:e}", number.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    // The decimal exponents from which on each language turns to the scientific form.
    let plain = match language {
        Language::Python => -4..16,
        Language::Javascript => -6..21,
    };
    let digits = if plain.contains(&exponent) {
        let digits = number.abs().to_string();
        let whole = language == Language::Python && !digits.contains('.');
        if whole { format!("{digits}.0") } else { digits }
    } else {
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        match language {
            Language::Python => format!("{mantissa}e{exponent_sign}{:02}", exponent.abs()),
            Language::Javascript => format!("{mantissa}e{exponent_sign}{}", exponent.abs()),
        }
    };
    format!("{sign}{digits}")
}
