//! What is compared: values that the contract calls equal, in one form.

use std::{cmp::Ordering, collections::BTreeMap};

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::Value;

/// A value in the form in which it is compared. Equality here is the contract's equality.
///
/// A float without a fraction is the integer it equals, however large. A tuple is a list. A set is the sorted list of its
/// elements, apart from lists. A moment is the same in every time zone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Canonical {
    /// No value.
    Null,
    /// A truth value; never equal to a number.
    Bool(bool),
    /// An integer in decimal digits.
    Integer(String),
    /// A number with a fraction, an infinity or not a number.
    Float(Float),
    /// Text, compared by its characters.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A moment in nanoseconds since 1970, or its text where it is not in the form of RFC 3339.
    Date(Result<i128, String>),
    /// A list or a tuple.
    List(Vec<Canonical>),
    /// A set, sorted.
    Set(Vec<Canonical>),
    /// An object.
    Object(BTreeMap<String, Canonical>),
}

/// A double that can be sorted. Not a number equals itself here: a test that expects it must be able to pass.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Float(pub(crate) f64);

impl Ord for Float {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0.is_nan(), other.0.is_nan()) {
            (false, false) => self.0.total_cmp(&other.0),
            (left, right) => left.cmp(&right),
        }
    }
}

impl PartialOrd for Float {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Float {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Float {}

impl From<&Value> for Canonical {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Integer(digits) | Value::Big(digits) => Self::Integer(digits.clone()),
            Value::Float(number) => from_float(*number),
            Value::Text(text) => Self::Text(text.clone()),
            Value::Bytes(bytes) => Self::Bytes(bytes.clone()),
            Value::Date(text) => Self::Date(moment(text).ok_or_else(|| text.clone())),
            Value::List(items) | Value::Tuple(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Set(items) => Self::Set(sorted(items.iter().map(Self::from).collect())),
            Value::Object(entries) => {
                Self::Object(entries.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect())
            }
        }
    }
}

/// Sorts, so that lists equal as multisets become equal as lists.
pub(super) fn sorted(mut items: Vec<Canonical>) -> Vec<Canonical> {
    items.sort_unstable();
    items
}

fn from_float(number: f64) -> Canonical {
    if number == 0.0 {
        // Both zeros: every language of ours calls them equal.
        Canonical::Integer("0".to_owned())
    } else if number.is_finite() && number.fract() == 0.0 {
        // Printed without a fraction, a double comes out in all its digits: exactly the integer that it is.
        Canonical::Integer(format!("{number:.0}"))
    } else {
        Canonical::Float(Float(number))
    }
}

fn moment(text: &str) -> Option<i128> {
    OffsetDateTime::parse(text, &Rfc3339).ok().map(OffsetDateTime::unix_timestamp_nanos)
}

impl Canonical {
    /// As a double, where it is a number.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Integer(digits) => digits.parse().ok(),
            Self::Float(Float(number)) => Some(*number),
            _ => None,
        }
    }

    /// How many characters, elements, keys or bytes it has, where it has any such.
    pub(crate) fn length(&self) -> Option<usize> {
        match self {
            Self::Text(text) => Some(text.chars().count()),
            Self::Bytes(bytes) => Some(bytes.len()),
            Self::List(items) | Self::Set(items) => Some(items.len()),
            Self::Object(entries) => Some(entries.len()),
            _ => None,
        }
    }

    /// A list's elements without their order.
    pub(crate) fn unordered(self) -> Option<Vec<Self>> {
        match self {
            Self::List(items) => Some(sorted(items)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn canonical(json: &serde_json::Value) -> Canonical {
        Canonical::from(&Value::read(json).unwrap())
    }

    #[test]
    fn what_the_contract_calls_equal_is_equal() {
        for (left, right) in [
            (json!(1), json!(1.0)),
            (json!(-0.0), json!(0)),
            (json!(1e300), json!({"$big": format!("{:.0}", 1e300)})),
            (json!({"$big": "42"}), json!(42)),
            (json!({"$float": "nan"}), json!({"$float": "nan"})),
            (json!({"$tuple": [1, 2]}), json!([1, 2])),
            (json!({"$set": [2, 1.0]}), json!({"$set": [1, 2]})),
            (json!({"a": 1, "b": 2}), json!({"b": 2, "a": 1})),
            (json!({"$null": true}), json!(null)),
            (json!({"$date": "2026-01-01T01:00:00+01:00"}), json!({"$date": "2026-01-01T00:00:00.000Z"})),
            (json!({"$object": {"a": 1}}), json!({"a": 1})),
        ] {
            assert_eq!(canonical(&left), canonical(&right), "{left} {right}");
        }
    }

    #[test]
    fn what_the_contract_keeps_apart_is_not() {
        for (left, right) in [
            (json!(1), json!(true)),
            (json!(0), json!(false)),
            (json!(null), json!(false)),
            (json!(null), json!(0)),
            (json!("1"), json!(1)),
            (json!(""), json!(null)),
            (json!("é"), json!("e\u{301}")),
            (json!([1, 2]), json!([2, 1])),
            (json!([1]), json!({"$set": [1]})),
            (json!({"$set": [1, 1]}), json!({"$set": [1]})),
            (json!({}), json!([])),
            (json!({"a": null}), json!({})),
            (json!(0.1 + 0.2), json!(0.3)),
            (json!({"$float": "nan"}), json!(null)),
            (json!({"$float": "inf"}), json!({"$float": "-inf"})),
            (json!({"$bytes": "YQ=="}), json!("a")),
            (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992.0)),
            (json!({"$date": "2026-01-01T00:00:00Z"}), json!("2026-01-01T00:00:00Z")),
            (json!({"$date": "2026-01-01"}), json!({"$date": "2026-01-01T00:00:00Z"})),
        ] {
            assert_ne!(canonical(&left), canonical(&right), "{left} {right}");
        }
    }

    #[test]
    fn a_float_is_read_to_its_last_bit() {
        let written = serde_json::from_str::<serde_json::Value>("0.30000000000000004").unwrap();
        assert_eq!(canonical(&written), Canonical::Float(Float(0.1 + 0.2)));
        let hard = serde_json::from_str::<serde_json::Value>("9.355080493640000e+01").unwrap();
        assert_eq!(canonical(&hard), Canonical::Float(Float(93.550_804_936_4)));
    }
}
