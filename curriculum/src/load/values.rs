//! Values of tests: from TOML to the tagged JSON in which they cross into a guest.
//!
//! TOML has no null, so `{ "$null" = true }` stands for it. What JSON lacks is an object with one key that begins with
//! `$`; a real object of that form is wrapped in `$object`.

use serde_json::{Map, Value as Json, json};
use toml::{Value, value::Datetime};

/// The largest whole number that every language holds exactly, 2^53 - 1.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

/// Deeper than any test needs, and shallow enough for whoever walks over it.
const MAX_DEPTH: usize = 64;

/// Reads a value of a test.
pub(super) fn tagged(value: &Value) -> Result<Json, String> {
    read(value, 0)
}

fn read(value: &Value, depth: usize) -> Result<Json, String> {
    if depth > MAX_DEPTH {
        return Err(format!("a value is nested deeper than {MAX_DEPTH} levels"));
    }
    match value {
        Value::String(text) => Ok(json!(text)),
        Value::Boolean(truth) => Ok(json!(truth)),
        Value::Integer(number) if number.abs() > MAX_SAFE => {
            Err(format!("{number} is not exact in every language; write {{ \"$big\" = \"{number}\" }}"))
        }
        Value::Integer(number) => Ok(json!(number)),
        Value::Float(number) if number.is_nan() => Ok(json!({"$float": "nan"})),
        Value::Float(number) if number.is_infinite() => {
            Ok(json!({"$float": if *number > 0.0 { "inf" } else { "-inf" }}))
        }
        Value::Float(number) => Ok(json!(number)),
        Value::Datetime(_) => Err("write { \"$date\" = \"2026-01-31T12:00:00Z\" } for a date".to_owned()),
        Value::Array(items) => list(items, depth).map(Json::Array),
        Value::Table(table) => {
            let mut entries = table.iter();
            match (entries.next(), entries.next()) {
                (Some((tag, inner)), None) if tag.starts_with('$') => special(tag, inner, depth),
                _ => object(table, depth),
            }
        }
    }
}

fn list(items: &[Value], depth: usize) -> Result<Vec<Json>, String> {
    items.iter().map(|item| read(item, depth + 1)).collect()
}

fn object(table: &toml::Table, depth: usize) -> Result<Json, String> {
    let entries = table.iter().map(|(key, value)| Ok((key.clone(), read(value, depth + 1)?)));
    entries.collect::<Result<Map<_, _>, String>>().map(Json::Object)
}

/// A value with a tag.
fn special(tag: &str, inner: &Value, depth: usize) -> Result<Json, String> {
    let json = match (tag, inner) {
        ("$null", Value::Boolean(true)) => return Ok(Json::Null),
        ("$object", Value::Table(table)) => object(table, depth)?,
        ("$set" | "$tuple", Value::Array(items)) => Json::Array(list(items, depth)?),
        ("$bytes", Value::String(text)) if is_base64(text) => json!(text),
        ("$big", Value::String(text)) if is_decimal(text) => json!(text),
        ("$float", Value::String(text)) if matches!(text.as_str(), "nan" | "inf" | "-inf") => json!(text),
        ("$date", Value::String(text)) if is_date(text) => json!(text),
        _ => {
            return Err(match tag {
                "$null" => "`$null` is true".to_owned(),
                "$object" => "`$object` holds an object".to_owned(),
                "$set" | "$tuple" => format!("`{tag}` holds a list"),
                "$bytes" => "`$bytes` holds base64 text".to_owned(),
                "$big" => "`$big` holds a whole number in decimal digits, as text".to_owned(),
                "$float" => "`$float` is \"nan\", \"inf\" or \"-inf\"".to_owned(),
                "$date" => "`$date` holds a time such as \"2026-01-31T12:00:00Z\"".to_owned(),
                _ => format!("there is no tag `{tag}`; wrap a real object in {{ \"$object\" = … }}"),
            });
        }
    };
    Ok(json!({ tag: json }))
}

fn is_base64(text: &str) -> bool {
    let data = text.trim_end_matches('=');
    let padding = text.len() - data.len();
    text.len().is_multiple_of(4)
        && padding <= 2
        && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain && (digits == "0" || !digits.starts_with('0')) && text != "-0"
}

/// TOML's date-times are those of RFC 3339; one that crosses has a date, a time and an offset.
fn is_date(text: &str) -> bool {
    text.parse::<Datetime>().is_ok_and(|at| at.date.is_some() && at.time.is_some() && at.offset.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(toml: &str) -> Result<Json, String> {
        let table: toml::Table = toml::from_str(&format!("v = {toml}")).unwrap();
        tagged(&table["v"])
    }

    #[test]
    fn plain_values_are_plain_json() {
        for (toml, json) in [
            ("1", json!(1)),
            ("-1.5", json!(-1.5)),
            ("1.0", json!(1.0)),
            ("true", json!(true)),
            ("\"a\"", json!("a")),
            ("[1, [], {}]", json!([1, [], {}])),
            ("{ a = 1, b = { c = \"x\" } }", json!({"a": 1, "b": {"c": "x"}})),
            ("{ \"$a\" = 1, b = 2 }", json!({"$a": 1, "b": 2})),
            ("9007199254740991", json!(9_007_199_254_740_991_i64)),
        ] {
            assert_eq!(value(toml), Ok(json), "{toml}");
        }
    }

    #[test]
    fn what_json_lacks_is_tagged() {
        for (toml, json) in [
            ("{ \"$null\" = true }", json!(null)),
            ("[{ \"$null\" = true }]", json!([null])),
            ("nan", json!({"$float": "nan"})),
            ("-inf", json!({"$float": "-inf"})),
            ("{ \"$float\" = \"inf\" }", json!({"$float": "inf"})),
            ("{ \"$big\" = \"-123456789012345678901\" }", json!({"$big": "-123456789012345678901"})),
            ("{ \"$bytes\" = \"aGk=\" }", json!({"$bytes": "aGk="})),
            ("{ \"$date\" = \"2026-01-31T12:00:00+01:00\" }", json!({"$date": "2026-01-31T12:00:00+01:00"})),
            ("{ \"$set\" = [1, { \"$null\" = true }] }", json!({"$set": [1, null]})),
            ("{ \"$tuple\" = [] }", json!({"$tuple": []})),
            ("{ \"$object\" = { \"$null\" = true } }", json!({"$object": {"$null": true}})),
        ] {
            assert_eq!(value(toml), Ok(json), "{toml}");
        }
    }

    #[test]
    fn a_value_that_would_change_on_its_way_is_refused() {
        for (toml, part) in [
            ("9007199254740992", "$big"),
            ("-9007199254740992", "$big"),
            ("2026-01-31", "$date"),
            ("2026-01-31T12:00:00Z", "$date"),
            ("{ \"$null\" = false }", "`$null` is true"),
            ("{ \"$nul\" = true }", "no tag"),
            ("{ \"$bytes\" = \"a\" }", "base64"),
            ("{ \"$bytes\" = \"a===\" }", "base64"),
            ("{ \"$bytes\" = \"ä+==\" }", "base64"),
            ("{ \"$big\" = 12 }", "decimal"),
            ("{ \"$big\" = \"012\" }", "decimal"),
            ("{ \"$float\" = 1.5 }", "nan"),
            ("{ \"$date\" = \"2026-01-31\" }", "2026-01-31T"),
            ("{ \"$date\" = \"2026-02-31T12:00:00Z\" }", "2026-01-31T"),
            ("{ \"$set\" = 1 }", "list"),
            ("{ \"$object\" = 1 }", "object"),
        ] {
            let error = value(toml).unwrap_err();
            assert!(error.contains(part), "{toml}: {error}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| (0..depth).fold(Value::Integer(1), |inner, _| Value::Array(vec![inner]));
        assert!(tagged(&nested(MAX_DEPTH)).is_ok());
        assert!(tagged(&nested(MAX_DEPTH + 1)).is_err());
    }
}
