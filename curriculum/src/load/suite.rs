//! `tests.toml` of an exercise of the kind `function`.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Expectation, Language, Reveal, Step, Suite, TestCase};
use serde::Deserialize;
use serde_json::Value as Json;
use toml::{Spanned, Value};

use super::{values, words};
use crate::{
    error::Problems,
    text::{Passage, is_kebab},
};

/// The file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TestsFile {
    /// In teaching order.
    #[serde(default)]
    test: Vec<TestEntry>,
}

/// `[[test]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TestEntry {
    /// Stable, in kebab-case, unique in the file.
    id: Spanned<String>,
    /// What a list of tests calls it.
    name: Spanned<String>,
    /// The sentence a learner reads when it fails.
    say: Spanned<String>,
    /// Listed with its input before anything was submitted; implies the reveal `full`.
    #[serde(default)]
    visible: bool,
    /// What a failure shows; as in exercise.toml where it is not said here.
    reveal: Option<Spanned<Reveal>>,
    /// The function, for a test of one call.
    call: Option<Spanned<String>>,
    /// Its arguments.
    args: Option<Vec<Spanned<Value>>>,
    /// What must come of it.
    expect: Option<Spanned<ExpectEntry>>,
    /// Several calls in one instance instead.
    step: Option<Vec<StepEntry>>,
}

/// One call of several.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepEntry {
    /// The function.
    call: Spanned<String>,
    /// Its arguments.
    #[serde(default)]
    args: Vec<Spanned<Value>>,
    /// What must come of it.
    expect: Spanned<ExpectEntry>,
}

/// What must come of a call: exactly one of these.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectEntry {
    /// Exactly this value.
    json: Option<Value>,
    /// At least what is named.
    json_like: Option<Value>,
    /// Numbers, nearly.
    approx: Option<ApproxEntry>,
    /// A list in any order.
    unordered: Option<Vec<Value>>,
    /// Of a string, list or object.
    length: Option<usize>,
    /// Keys of an object.
    has: Option<Vec<String>>,
    /// A regular expression.
    matches: Option<String>,
    /// Part of `<type>: <message>` of an exception: one text for all languages, or a table with one for each.
    raises: Option<Value>,
}

/// `approx = { value = 1.5, tolerance = 0.01 }`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApproxEntry {
    /// A number, or lists and objects of numbers.
    value: Value,
    /// The largest absolute difference.
    tolerance: f64,
}

/// The tests as the judge takes them, for each language of the exercise.
pub(super) fn read(
    passage: Passage<'_>,
    languages: &[Language],
    reveal: Reveal,
    problems: &mut Problems,
) -> BTreeMap<Language, Suite> {
    let read = passage.toml::<TestsFile>(problems);
    if read.as_ref().is_some_and(|file| file.test.is_empty()) {
        problems.at(passage.file, 1, "there is no test here");
    }
    let file = read.unwrap_or_default();
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for test in &file.test {
        let id = test.id.get_ref();
        if !is_kebab(id) {
            problems.at(passage.file, passage.line_of(&test.id), words::not_kebab(id));
        }
        if !ids.insert(id) {
            problems.at(passage.file, passage.line_of(&test.id), format!("two tests have the id `{id}`"));
        }
        let name = words::line(passage, &test.name, "name", problems);
        if !names.insert(name) {
            problems.at(passage.file, passage.line_of(&test.name), "two tests have this name");
        }
        words::line(passage, &test.say, "say", problems);
    }
    let suite = |language: &Language, problems: &mut Problems| Suite {
        tests: file.test.iter().map(|test| case(passage, test, *language, reveal, problems)).collect(),
    };
    languages.iter().map(|language| (*language, suite(language, problems))).collect()
}

fn case(
    passage: Passage<'_>,
    test: &TestEntry,
    language: Language,
    reveal: Reveal,
    problems: &mut Problems,
) -> TestCase {
    let reveal = match &test.reveal {
        Some(own) if test.visible && *own.get_ref() != Reveal::Full => {
            problems.at(passage.file, passage.line_of(own), "a visible test reveals all; leave `reveal` out");
            Reveal::Full
        }
        _ if test.visible => Reveal::Full,
        Some(own) => *own.get_ref(),
        None => reveal,
    };
    let at = passage.line_of(&test.id);
    let mut one = |call, args: &[Spanned<Value>], expect| step(passage, call, args, expect, language, problems);
    let steps = match (&test.call, &test.args, &test.expect, &test.step) {
        (Some(call), args, Some(expect), None) => vec![one(call, args.as_deref().unwrap_or_default(), expect)],
        (None, None, None, Some(steps)) if !steps.is_empty() => {
            steps.iter().map(|entry| one(&entry.call, &entry.args, &entry.expect)).collect()
        }
        _ => {
            problems.at(
                passage.file,
                at,
                "a test has either `call` and `expect` (and `args`), or a list `step` of such",
            );
            Vec::new()
        }
    };
    TestCase {
        id: test.id.get_ref().clone(),
        name: test.name.get_ref().clone(),
        say: test.say.get_ref().clone(),
        visible: test.visible,
        reveal,
        steps,
    }
}

fn step(
    passage: Passage<'_>,
    call: &Spanned<String>,
    args: &[Spanned<Value>],
    expect: &Spanned<ExpectEntry>,
    language: Language,
    problems: &mut Problems,
) -> Step {
    if !is_snake(call.get_ref()) {
        let message = format!("`{}` is not a function's name in snake_case", call.get_ref());
        problems.at(passage.file, passage.line_of(call), message);
    }
    let mut taken = Vec::new();
    for arg in args {
        match values::tagged(arg.get_ref()) {
            Ok(value) => taken.push(value),
            Err(message) => problems.at(passage.file, passage.line_of(arg), message),
        }
    }
    let expect = expectation(expect.get_ref(), language).unwrap_or_else(|message| {
        problems.at(passage.file, passage.line_of(expect), message);
        Expectation::Json(Json::Null)
    });
    Step { function: call.get_ref().clone(), args: taken, expect }
}

fn expectation(entry: &ExpectEntry, language: Language) -> Result<Expectation, String> {
    let mut found = Vec::new();
    if let Some(value) = &entry.json {
        found.push(Expectation::Json(values::tagged(value)?));
    }
    if let Some(value) = &entry.json_like {
        found.push(Expectation::JsonLike(values::tagged(value)?));
    }
    if let Some(approx) = &entry.approx {
        let value = values::tagged(&approx.value)?;
        if !is_numbers(&value) {
            return Err("`approx` compares numbers, or lists and objects of numbers".to_owned());
        }
        if !(approx.tolerance.is_finite() && approx.tolerance > 0.0) {
            return Err("`tolerance` is a number above 0".to_owned());
        }
        found.push(Expectation::Approx { value, tolerance: approx.tolerance });
    }
    if let Some(items) = &entry.unordered {
        found.push(Expectation::Unordered(items.iter().map(values::tagged).collect::<Result<_, _>>()?));
    }
    if let Some(length) = entry.length {
        found.push(Expectation::Length(length));
    }
    if let Some(keys) = &entry.has {
        if keys.is_empty() {
            return Err("`has` names no key".to_owned());
        }
        found.push(Expectation::Has(keys.clone()));
    }
    if let Some(pattern) = &entry.matches {
        if let Err(error) = regex::Regex::new(pattern) {
            return Err(format!("`matches` is not a regular expression: {}", last_line(&error.to_string())));
        }
        found.push(Expectation::Matches(pattern.clone()));
    }
    if let Some(value) = &entry.raises {
        found.push(Expectation::Raises(raises(value, language)?));
    }
    match (found.pop(), found.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => {
            Err("`expect` has exactly one of json, json_like, approx, unordered, length, has, matches, raises"
                .to_owned())
        }
    }
}

/// What an exception says in one language.
fn raises(value: &Value, language: Language) -> Result<String, String> {
    let form = || "`raises` is a text, or a table with a text for each language".to_owned();
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Table(texts) => {
            if let Some(unknown) = texts.keys().find_map(|key| key.parse::<Language>().err()) {
                return Err(unknown.to_string());
            }
            match texts.get(language.as_str()) {
                Some(Value::String(text)) => Ok(text.clone()),
                Some(_) => Err(form()),
                None => Err(format!("`raises` says nothing for {language}")),
            }
        }
        _ => Err(form()),
    }
}

/// The regular expression's own words; the lines before them draw an arrow.
fn last_line(error: &str) -> &str {
    error.lines().last().unwrap_or_default().trim_start_matches("error: ")
}

fn is_numbers(value: &Json) -> bool {
    match value {
        Json::Number(_) => true,
        Json::Array(items) => items.iter().all(is_numbers),
        Json::Object(entries) if !entries.keys().any(|key| key.starts_with('$')) => entries.values().all(is_numbers),
        _ => false,
    }
}

fn is_snake(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
