//! Whether what came is what was expected.

use domain::Expectation;
use regex::Regex;

use crate::values::{Canonical, Value, ValueError};

/// What came of a call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// It returned.
    Returned(Value),
    /// It raised.
    Raised {
        /// The exception's type.
        kind: String,
        /// Its message.
        message: String,
    },
}

/// An expectation that nothing can be measured by: a mistake of the test's author.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ExpectationError {
    /// A value that does not follow the values contract.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// A pattern that cannot be compiled.
    #[error("`matches` holds no regular expression: {0}")]
    Pattern(#[from] regex::Error),
    /// A tolerance below zero, infinite or not a number.
    #[error("`tolerance` must be a number of at least 0, not {0}")]
    Tolerance(f64),
}

/// Checks an expectation before any code is judged by it.
///
/// # Errors
/// What is wrong with it.
pub fn check_expectation(expectation: &Expectation) -> Result<(), ExpectationError> {
    match expectation {
        Expectation::Json(value) | Expectation::JsonLike(value) => read(value).map(drop),
        Expectation::Approx { value, tolerance } => {
            if !tolerance.is_finite() || *tolerance < 0.0 {
                return Err(ExpectationError::Tolerance(*tolerance));
            }
            read(value).map(drop)
        }
        Expectation::Unordered(values) => values.iter().try_for_each(|value| read(value).map(drop)),
        Expectation::Matches(pattern) => Ok(Regex::new(pattern).map(drop)?),
        Expectation::Length(_) | Expectation::Has(_) | Expectation::Raises(_) => Ok(()),
    }
}

/// Whether an outcome is what was expected.
///
/// # Errors
/// The expectation itself is wrong, whatever came.
pub(crate) fn meets(expectation: &Expectation, outcome: &Outcome) -> Result<bool, ExpectationError> {
    check_expectation(expectation)?;
    let returned = match outcome {
        Outcome::Returned(value) => value,
        Outcome::Raised { kind, message } => {
            return Ok(match expectation {
                Expectation::Raises(text) => format!("{kind}: {message}").contains(text.as_str()),
                _ => false,
            });
        }
    };
    let actual = Canonical::from(returned);
    Ok(match expectation {
        Expectation::Json(value) => read(value)? == actual,
        Expectation::JsonLike(value) => holds(&read(value)?, &actual),
        Expectation::Approx { value, tolerance } => close(&read(value)?, &actual, *tolerance),
        Expectation::Unordered(values) => {
            let mut expected = values.iter().map(read).collect::<Result<Vec<_>, _>>()?;
            expected.sort_unstable();
            actual.unordered() == Some(expected)
        }
        Expectation::Length(length) => actual.length() == Some(*length),
        Expectation::Has(keys) => match &actual {
            Canonical::Object(entries) => keys.iter().all(|key| entries.contains_key(key)),
            _ => false,
        },
        Expectation::Matches(pattern) => match &actual {
            // The crate's engines take linear time: no answer of a learner's can make this slow.
            Canonical::Text(text) => Regex::new(pattern)?.is_match(text),
            _ => false,
        },
        Expectation::Raises(_) => false,
    })
}

fn read(value: &serde_json::Value) -> Result<Canonical, ExpectationError> {
    Ok(Canonical::from(&Value::read(value)?))
}

/// Whether `actual` holds at least what `expected` names.
fn holds(expected: &Canonical, actual: &Canonical) -> bool {
    match (expected, actual) {
        (Canonical::Object(expected), Canonical::Object(actual)) => {
            expected.iter().all(|(key, value)| actual.get(key).is_some_and(|actual| holds(value, actual)))
        }
        (Canonical::List(expected), Canonical::List(actual)) => {
            expected.len() == actual.len() && expected.iter().zip(actual).all(|(left, right)| holds(left, right))
        }
        _ => expected == actual,
    }
}

/// Whether all numbers lie within `tolerance` of those expected, and all else is equal.
fn close(expected: &Canonical, actual: &Canonical, tolerance: f64) -> bool {
    match (expected, actual) {
        (Canonical::Object(expected), Canonical::Object(actual)) => {
            expected.len() == actual.len()
                && expected
                    .iter()
                    .all(|(key, value)| actual.get(key).is_some_and(|actual| close(value, actual, tolerance)))
        }
        (Canonical::List(expected), Canonical::List(actual)) => {
            expected.len() == actual.len()
                && expected.iter().zip(actual).all(|(left, right)| close(left, right, tolerance))
        }
        // Equality first: infinities and NaN have no distance.
        _ if expected == actual => true,
        _ => match (expected.as_number(), actual.as_number()) {
            (Some(expected), Some(actual)) => (expected - actual).abs() <= tolerance,
            _ => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;

    fn returned(json: Json) -> Outcome {
        Outcome::Returned(Value::read(&json).unwrap())
    }

    fn met(expectation: &Expectation, json: Json) -> bool {
        meets(expectation, &returned(json)).unwrap()
    }

    #[test]
    fn json_is_exact() {
        let expected = Expectation::Json(json!({"host": "example.org", "port": 80, "path": null}));
        assert!(met(&expected, json!({"port": 80.0, "path": null, "host": "example.org"})));
        assert!(!met(&expected, json!({"host": "example.org", "port": 80})));
        assert!(!met(&expected, json!({"host": "example.org", "port": 80, "path": null, "more": 1})));
        assert!(!met(&expected, json!({"host": "example.org", "port": "80", "path": null})));
    }

    #[test]
    fn json_like_takes_more_keys_at_every_level_but_not_more_elements() {
        let expected = Expectation::JsonLike(json!({"users": [{"name": "Ada"}]}));
        assert!(met(&expected, json!({"users": [{"name": "Ada", "id": 1}], "total": 1})));
        assert!(!met(&expected, json!({"users": [{"name": "Ada"}, {"name": "Bob"}]})));
        assert!(!met(&expected, json!({"users": [{"id": 1}]})));
        assert!(!met(&expected, json!([])));
    }

    #[test]
    fn approx_is_within_its_tolerance_and_no_further() {
        let expected = Expectation::Approx { value: json!({"a": 1.5, "b": [2, "x"]}), tolerance: 0.25 };
        assert!(met(&expected, json!({"a": 1.75, "b": [1.75, "x"]})));
        assert!(!met(&expected, json!({"a": 1.76, "b": [2, "x"]})));
        assert!(!met(&expected, json!({"a": 1.5, "b": [2, "y"]})));
        assert!(!met(&expected, json!({"a": 1.5, "b": [2, "x"], "c": 1})));
        assert!(!met(&expected, json!({"a": true, "b": [2, "x"]})));
        let infinite = Expectation::Approx { value: json!({"$float": "inf"}), tolerance: 1.0 };
        assert!(met(&infinite, json!({"$float": "inf"})));
        assert!(!met(&infinite, json!({"$float": "-inf"})));
        assert!(!met(&infinite, json!({"$float": "nan"})));
    }

    #[test]
    fn unordered_counts_equal_elements() {
        let expected = Expectation::Unordered(vec![json!(1), json!({"a": [1, 2]}), json!(1)]);
        assert!(met(&expected, json!([1.0, 1, {"a": [1, 2]}])));
        assert!(met(&expected, json!({"$tuple": [{"a": [1, 2]}, 1, 1]})));
        assert!(!met(&expected, json!([1, {"a": [1, 2]}, {"a": [1, 2]}])));
        assert!(!met(&expected, json!([1, 1, {"a": [2, 1]}])));
        assert!(!met(&expected, json!([1, {"a": [1, 2]}])));
        assert!(!met(&expected, json!({"$set": [1, {"a": [1, 2]}]})));
    }

    #[test]
    fn length_counts_characters_elements_and_keys() {
        assert!(met(&Expectation::Length(2), json!("é👩")));
        assert!(met(&Expectation::Length(2), json!([1, 2])));
        assert!(met(&Expectation::Length(2), json!({"a": 1, "b": 2})));
        assert!(met(&Expectation::Length(0), json!({"$set": []})));
        assert!(!met(&Expectation::Length(2), json!([1])));
        assert!(!met(&Expectation::Length(2), json!(2)));
    }

    #[test]
    fn has_needs_every_key() {
        let expected = Expectation::Has(vec!["a".into(), "b".into()]);
        assert!(met(&expected, json!({"a": null, "b": 1, "c": 2})));
        assert!(!met(&expected, json!({"a": 1})));
        assert!(!met(&expected, json!(["a", "b"])));
    }

    #[test]
    fn matches_searches_in_linear_time() {
        let expected = Expectation::Matches("^(a+)+$".into());
        assert!(met(&expected, json!("aaa")));
        assert!(!met(&expected, json!(format!("{}b", "a".repeat(100_000)))));
        assert!(!met(&expected, json!(["aaa"])));
        assert!(matches!(
            meets(&Expectation::Matches("(".into()), &returned(json!("a"))),
            Err(ExpectationError::Pattern(_))
        ));
    }

    #[test]
    fn raises_looks_into_type_and_message() {
        let raised = Outcome::Raised { kind: "ValueError".into(), message: "no host in URL".into() };
        for (text, met) in [("ValueError", true), ("", true), ("Error: no host", true), ("TypeError", false)] {
            assert_eq!(meets(&Expectation::Raises(text.into()), &raised), Ok(met), "{text}");
        }
        assert!(!met(&Expectation::Raises(String::new()), json!("ValueError")));
        assert_eq!(meets(&Expectation::Json(json!(null)), &raised), Ok(false));
    }

    #[test]
    fn an_authors_mistake_is_found_whatever_came() {
        let raised = Outcome::Raised { kind: "E".into(), message: String::new() };
        for expectation in [
            Expectation::Json(json!({"$sett": []})),
            Expectation::Unordered(vec![json!({"$big": "x"})]),
            Expectation::Approx { value: json!(1), tolerance: -1.0 },
            Expectation::Approx { value: json!(1), tolerance: f64::NAN },
        ] {
            assert!(meets(&expectation, &raised).is_err(), "{expectation:?}");
        }
    }
}
