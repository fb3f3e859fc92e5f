//! The values contract, `tests/values.json`, in every language.
//!
//! Each value crosses three ways: a function makes it and it must equal the tagged form; it is handed in and handed back;
//! and it is handed in and must be the language's own value, of the right type.

use std::{collections::BTreeMap, fs};

use domain::{Assessment, Expectation, Language, Limits, Reveal, Step, Suite, TestCase, Verdict};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{main_file, on_a_large_stack, root, sandbox};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contract {
    /// What the file is, for whoever opens it.
    #[serde(rename = "about")]
    _about: String,
    values: Vec<Crossing>,
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
struct Crossing {
    name: String,
    /// The tagged form.
    value: Value,
    /// The expression becomes this value, but the value becomes another: it is not handed in.
    #[serde(default)]
    one_way: bool,
    /// The value as an expression, in each language that has such a value.
    #[serde(flatten)]
    expressions: BTreeMap<Language, String>,
}

/// What a function may not return.
#[derive(Deserialize)]
struct Refused {
    name: String,
    #[serde(flatten)]
    expressions: BTreeMap<Language, String>,
}

const PYTHON: &str = "
import collections, datetime, decimal, enum, fractions, math

def is_same(one, other):
    if isinstance(one, float) and one != one:
        return isinstance(other, float) and other != other
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return one == other and math.copysign(1, one) == math.copysign(1, other)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    return one == other

def echo(value):
    return value
";

const JAVASCRIPT: &str = "
function isSame(one, other) {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Date) return one.getTime() === other.getTime();
  if (one instanceof Set) return isSame([...one], [...other]);
  const keys = Reflect.ownKeys(one);
  return keys.length === Reflect.ownKeys(other).length && keys.every((key) => isSame(one[key], other[key]));
}

export function echo(value) {
  return value;
}
";

const RUBY: &str = "
require 'date'
require 'set'
require 'time'

def same?(one, other)
  return false unless one.class == other.class
  case one
  when Float then [one].pack('G') == [other].pack('G') || (one.nan? && other.nan?)
  when String then one == other && one.encoding == other.encoding
  when Array then one.length == other.length && one.zip(other).all? { |a, b| same?(a, b) }
  when Hash then one.keys == other.keys && one.all? { |key, value| same?(value, other[key]) }
  else one == other
  end
end

def echo(value) = value
";

const PHP: &str = "<?php
function is_same($one, $other): bool
{
    if (is_float($one) && is_nan($one)) {
        return is_float($other) && is_nan($other);
    }
    if (get_debug_type($one) !== get_debug_type($other)) {
        return false;
    }
    if (is_array($one)) {
        if (array_keys($one) !== array_keys($other)) {
            return false;
        }
        foreach ($one as $key => $value) {
            if (!is_same($value, $other[$key])) {
                return false;
            }
        }
        return true;
    }
    return is_object($one) ? $one == $other : $one === $other;
}

function echo_($value)
{
    return $value;
}
";

/// A program with `make`, `is_it` and `echo_` (or `echo`) for an expression.
fn program(language: Language, expression: &str) -> String {
    match language {
        Language::Python => {
            format!(
                "{PYTHON}\ndef make():\n    return {expression}\n\ndef is_it(value):\n    return is_same(value, {expression})\n"
            )
        }
        Language::Javascript => format!(
            "{JAVASCRIPT}\nexport function make() {{\n  return {expression};\n}}\n\nexport function isIt(value) {{\n  \
             return isSame(value, {expression});\n}}\n"
        ),
        Language::Ruby => {
            format!("{RUBY}\ndef make\n  {expression}\nend\n\ndef is_it(value) = same?(value, ({expression}))\n")
        }
        Language::Php => format!(
            "{PHP}\nfunction make()\n{{\n    return {expression};\n}}\n\nfunction is_it($value)\n{{\n    return \
             is_same($value, {expression});\n}}\n"
        ),
        Language::Typescript | Language::Sql => unreachable!("{language} has no values of its own"),
    }
}

fn test(function: &str, args: Vec<Value>, expected: Value) -> TestCase {
    TestCase {
        id: function.to_owned(),
        name: function.to_owned(),
        say: String::new(),
        visible: false,
        reveal: Reveal::Full,
        steps: vec![Step::call(function, args, Expectation::Json(expected))],
        ..TestCase::default()
    }
}

fn contract() -> Contract {
    serde_json::from_str(&fs::read_to_string(root().join("tests/values.json")).unwrap()).unwrap()
}

fn check_all(language: Language) {
    let contract = contract();
    let mut wrong = Vec::new();
    for crossing in &contract.values {
        let Some(expression) = crossing.expressions.get(&language) else { continue };
        let mut tests = vec![test("make", vec![], crossing.value.clone())];
        if !crossing.one_way {
            tests.push(test(
                if language == Language::Php { "echo_" } else { "echo" },
                vec![crossing.value.clone()],
                crossing.value.clone(),
            ));
            tests.push(test("is_it", vec![crossing.value.clone()], json!(true)));
        }
        let assessment = Assessment {
            language,
            libraries: Vec::new(),
            suite: Suite { tests, ..Suite::default() },
            limits: Limits::default(),
            points: 1,
        };
        let report = sandbox().judge(&assessment, &main_file(language, program(language, expression)));
        if report.verdict != Verdict::Passed {
            let failed = report.tests.iter().find(|test| test.verdict != Verdict::Passed);
            wrong.push(format!("{}: {:?} {failed:?}", crossing.name, report.message));
        }
    }
    for refused in &contract.refused {
        let Some(expression) = refused.expressions.get(&language) else { continue };
        let suite = Suite { tests: vec![test("make", vec![], json!(null))], ..Suite::default() };
        let assessment = Assessment { language, libraries: Vec::new(), suite, limits: Limits::default(), points: 1 };
        let report = sandbox().judge(&assessment, &main_file(language, program(language, expression)));
        if report.verdict != Verdict::RuntimeError {
            wrong.push(format!("{} is not refused: {report:?}", refused.name));
        }
    }
    assert!(wrong.is_empty(), "{language}, {}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn python_keeps_the_contract() {
    on_a_large_stack(|| check_all(Language::Python));
}

#[test]
fn javascript_keeps_the_contract() {
    on_a_large_stack(|| check_all(Language::Javascript));
}

#[test]
fn ruby_keeps_the_contract() {
    on_a_large_stack(|| check_all(Language::Ruby));
}

#[test]
fn php_keeps_the_contract() {
    on_a_large_stack(|| check_all(Language::Php));
}
