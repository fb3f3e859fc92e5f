//! Reading tagged JSON.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Number, Value as Json};

use super::Value;

/// How deep a value may be nested. The JSON reader stops at the same depth; both ends of the contract know the number.
const MAX_DEPTH: usize = 128;

/// A value that does not follow the contract.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// An object that looks like a tag, of a name the contract does not know.
    #[error("`{0}` is no tag of the values contract; wrap a real object in {{\"$object\": …}}")]
    UnknownTag(String),
    /// A tag with something it cannot hold.
    #[error("`{tag}` must hold {wanted}")]
    WrongContent {
        /// The tag.
        tag: &'static str,
        /// What it holds, in words.
        wanted: &'static str,
    },
    /// Nested more deeply than [`MAX_DEPTH`].
    #[error("the value is nested more than {MAX_DEPTH} levels deep")]
    TooDeep,
}

impl Value {
    /// Reads a value from tagged JSON.
    ///
    /// # Errors
    /// It does not follow the contract.
    pub(crate) fn read(json: &Json) -> Result<Self, ValueError> {
        read(json, 0, true)
    }

    /// Reads a value from JSON of anybody's, in which nothing is a tag.
    ///
    /// # Errors
    /// It is nested too deeply.
    pub(crate) fn plain(json: &Json) -> Result<Self, ValueError> {
        read(json, 0, false)
    }
}

fn read(json: &Json, depth: usize, tagged: bool) -> Result<Value, ValueError> {
    if depth > MAX_DEPTH {
        return Err(ValueError::TooDeep);
    }
    Ok(match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(number) => read_number(number),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(items) => Value::List(read_items(items, depth, tagged)?),
        Json::Object(object) => match tag_of(object).filter(|_| tagged) {
            Some((tag, content)) => read_tagged(tag, content, depth)?,
            None => read_object(object, depth, tagged)?,
        },
    })
}

/// The only key of an object and what it holds, where the key begins like a tag's.
fn tag_of(object: &Map<String, Json>) -> Option<(&str, &Json)> {
    let mut entries = object.iter();
    match (entries.next(), entries.next()) {
        (Some((key, content)), None) if key.starts_with('$') => Some((key, content)),
        _ => None,
    }
}

fn read_number(number: &Number) -> Value {
    if number.is_i64() || number.is_u64() {
        Value::Integer(number.to_string())
    } else {
        // `as_f64` answers for every number that was read as a double; there are no others left.
        Value::Float(number.as_f64().unwrap_or(f64::NAN))
    }
}

fn read_items(items: &[Json], depth: usize, tagged: bool) -> Result<Vec<Value>, ValueError> {
    items.iter().map(|item| read(item, depth + 1, tagged)).collect()
}

fn read_object(object: &Map<String, Json>, depth: usize, tagged: bool) -> Result<Value, ValueError> {
    let entries = object.iter().map(|(key, value)| Ok((key.clone(), read(value, depth + 1, tagged)?)));
    Ok(Value::Object(entries.collect::<Result<_, _>>()?))
}

fn read_tagged(tag: &str, content: &Json, depth: usize) -> Result<Value, ValueError> {
    Ok(match (tag, content) {
        ("$null", Json::Bool(true)) => Value::Null,
        ("$null", _) => return Err(wrong("$null", "true")),
        ("$bytes", Json::String(text)) => {
            Value::Bytes(STANDARD.decode(text).map_err(|_| wrong("$bytes", "base64 text"))?)
        }
        ("$bytes", _) => return Err(wrong("$bytes", "base64 text")),
        ("$big", Json::String(digits)) => {
            Value::Big(plain_integer(digits).ok_or_else(|| wrong("$big", "decimal digits"))?)
        }
        ("$big", _) => return Err(wrong("$big", "decimal digits")),
        ("$float", Json::String(name)) => Value::Float(match name.as_str() {
            "nan" => f64::NAN,
            "inf" => f64::INFINITY,
            "-inf" => f64::NEG_INFINITY,
            _ => return Err(wrong("$float", "nan, inf or -inf")),
        }),
        ("$float", _) => return Err(wrong("$float", "nan, inf or -inf")),
        ("$date", Json::String(moment)) => Value::Date(moment.clone()),
        ("$date", _) => return Err(wrong("$date", "text in the form of RFC 3339")),
        ("$set", Json::Array(items)) => Value::Set(read_items(items, depth, true)?),
        ("$set", _) => return Err(wrong("$set", "a list")),
        ("$tuple", Json::Array(items)) => Value::Tuple(read_items(items, depth, true)?),
        ("$tuple", _) => return Err(wrong("$tuple", "a list")),
        ("$object", Json::Object(object)) => read_object(object, depth, true)?,
        ("$object", _) => return Err(wrong("$object", "an object")),
        (unknown, _) => return Err(ValueError::UnknownTag(unknown.chars().take(40).collect())),
    })
}

fn wrong(tag: &'static str, wanted: &'static str) -> ValueError {
    ValueError::WrongContent { tag, wanted }
}

/// Decimal digits without leading zeros or a plus; `None` where the text is no integer.
fn plain_integer(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_tag_is_read() {
        let cases = [
            (json!({"$null": true}), Value::Null),
            (json!({"$bytes": "AP8="}), Value::Bytes(vec![0, 255])),
            (json!({"$big": "-0012"}), Value::Big("-12".into())),
            (json!({"$float": "-inf"}), Value::Float(f64::NEG_INFINITY)),
            (json!({"$date": "2026-01-01T00:00:00Z"}), Value::Date("2026-01-01T00:00:00Z".into())),
            (json!({"$set": [1]}), Value::Set(vec![Value::Integer("1".into())])),
            (json!({"$tuple": []}), Value::Tuple(vec![])),
            (json!({"$object": {"$set": 1}}), Value::Object(vec![("$set".into(), Value::Integer("1".into()))])),
        ];
        for (json, value) in cases {
            assert_eq!(Value::read(&json), Ok(value), "{json}");
        }
    }

    #[test]
    fn two_keys_are_never_a_tag() {
        assert!(matches!(Value::read(&json!({"$set": 1, "b": 2})), Ok(Value::Object(entries)) if entries.len() == 2));
    }

    #[test]
    fn what_the_contract_does_not_know_is_refused() {
        for json in [
            json!({"$sett": []}),
            json!({"$null": false}),
            json!({"$bytes": "?"}),
            json!({"$big": "1.5"}),
            json!({"$big": "-"}),
            json!({"$big": 5}),
            json!({"$float": "1"}),
            json!({"$object": []}),
            json!([{"$tuple": {}}]),
        ] {
            assert!(Value::read(&json).is_err(), "{json}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!([inner]));
        assert!(Value::read(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(Value::read(&nested(MAX_DEPTH + 1)), Err(ValueError::TooDeep));
    }
}
