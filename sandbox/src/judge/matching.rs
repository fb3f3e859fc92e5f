//! Whether what came is what was expected.

use domain::{Condition, Expectation};
use regex::Regex;

use super::outcome::Outcome;
use crate::{
    TestedCase, TestedStatus,
    values::{Canonical, Value, ValueError},
};

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
        _ => Ok(()),
    }
}

/// Whether a condition holds of what a step came to.
///
/// # Errors
/// The condition itself is wrong, whatever came.
pub(crate) fn meets(condition: &Condition, outcome: &Outcome) -> Result<bool, ExpectationError> {
    check_expectation(&condition.expectation)?;
    match (outcome, &condition.expectation) {
        (Outcome::Raised { kind, message }, Expectation::Raises(text)) => {
            Ok(format!("{kind}: {message}").contains(text.as_str()))
        }
        (_, Expectation::Raises(_)) => Ok(false),
        (Outcome::Tested(cases), Expectation::AllPass) => Ok(all_pass(cases)),
        (Outcome::Tested(cases), Expectation::SomeFail) => Ok(cases.iter().any(is_failed)),
        (Outcome::Checked(found), Expectation::AllPass) => Ok(found.is_none()),
        (Outcome::Gave { plan, .. }, Expectation::UsesIndex(index)) => Ok(plan.uses_index(index)),
        (Outcome::Gave { plan, .. }, Expectation::NoFullScan(tables)) => Ok(!plan.has_full_scan(tables)),
        (outcome, expectation) => match outcome.aspect(&condition.aspect) {
            Some(value) => is(&value, expectation),
            None => Ok(*expectation == Expectation::Absent),
        },
    }
}

/// Whether something was tested, and nothing was found.
fn all_pass(cases: &[TestedCase]) -> bool {
    cases.iter().any(|case| case.status == TestedStatus::Pass) && !cases.iter().any(is_failed)
}

fn is_failed(case: &TestedCase) -> bool {
    matches!(case.status, TestedStatus::Fail | TestedStatus::Error)
}

/// Whether a value that is there is what was expected.
fn is(actual: &Value, expectation: &Expectation) -> Result<bool, ExpectationError> {
    let text = match actual {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let actual = Canonical::from(actual);
    let keys = match &actual {
        Canonical::Object(entries) => Some(entries),
        _ => None,
    };
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
        Expectation::Has(wanted) => keys.is_some_and(|keys| wanted.iter().all(|key| keys.contains_key(key))),
        Expectation::HasNot(unwanted) => keys.is_some_and(|keys| !unwanted.iter().any(|key| keys.contains_key(key))),
        // The crate's engines take linear time: no answer of a learner's can make this slow.
        Expectation::Matches(pattern) => match text {
            Some(text) => Regex::new(pattern)?.is_match(text),
            None => false,
        },
        Expectation::Prints(wanted) => text.is_some_and(|text| lines(text).eq(lines(wanted))),
        Expectation::Contains(wanted) => text.is_some_and(|text| wanted.iter().all(|part| text.contains(part.as_str()))),
        Expectation::Lacks(unwanted) => {
            text.is_some_and(|text| !unwanted.iter().any(|part| text.contains(part.as_str())))
        }
        Expectation::Absent
        | Expectation::Raises(_)
        // A plan is more than its text.
        | Expectation::UsesIndex(_)
        | Expectation::NoFullScan(_)
        // Rows stand in the place of the query before anything is compared; tests are no value.
        | Expectation::SameRows { .. }
        | Expectation::AllPass
        | Expectation::SomeFail => false,
    })
}

/// The lines of a text without spaces at their ends, and without empty lines at its own.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().split('\n').map(str::trim_end)
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

    fn of_value(expectation: &Expectation, outcome: &Outcome) -> Result<bool, ExpectationError> {
        meets(&Condition::of_value(expectation.clone()), outcome)
    }

    fn met(expectation: &Expectation, json: Json) -> bool {
        of_value(expectation, &returned(json)).unwrap()
    }

    #[test]
    fn printed_text_may_differ_in_blanks_at_ends_only() {
        let expected = Expectation::Prints("a  b\n\nc\n".into());
        assert!(met(&expected, json!("a  b  \n\nc\n\n")));
        assert!(!met(&expected, json!("a b\n\nc")));
        assert!(!met(&expected, json!("a  b\nc")));
    }

    #[test]
    fn a_text_holds_all_that_is_wanted_and_nothing_that_is_not() {
        let contains = Expectation::Contains(vec!["a".into(), "<b>".into()]);
        assert!(met(&contains, json!("<b>a")) && !met(&contains, json!("<b>")));
        let lacks = Expectation::Lacks(vec!["<script".into(), "onerror".into()]);
        assert!(met(&lacks, json!("&lt;script")) && !met(&lacks, json!("<p onerror=x>")));
        assert!(!met(&lacks, json!(["no text"])));
        let has_not = Expectation::HasNot(vec!["password".into()]);
        assert!(met(&has_not, json!({"name": 1})) && !met(&has_not, json!({"password": null})));
        assert!(!met(&has_not, json!([])));
    }

    #[test]
    fn absent_is_met_by_nothing_at_all() {
        let absent = |aspect| Condition { aspect, expectation: Expectation::Absent };
        assert_eq!(meets(&absent(domain::Aspect::Status), &returned(json!(1))), Ok(true));
        assert_eq!(meets(&absent(domain::Aspect::Value), &returned(json!(null))), Ok(false));
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
            of_value(&Expectation::Matches("(".into()), &returned(json!("a"))),
            Err(ExpectationError::Pattern(_))
        ));
    }

    #[test]
    fn raises_looks_into_type_and_message() {
        let raised = Outcome::Raised { kind: "ValueError".into(), message: "no host in URL".into() };
        for (text, met) in [("ValueError", true), ("", true), ("Error: no host", true), ("TypeError", false)] {
            assert_eq!(of_value(&Expectation::Raises(text.into()), &raised), Ok(met), "{text}");
        }
        assert!(!met(&Expectation::Raises(String::new()), json!("ValueError")));
        assert_eq!(of_value(&Expectation::Json(json!(null)), &raised), Ok(false));
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
            assert!(of_value(&expectation, &raised).is_err(), "{expectation:?}");
        }
    }
}
