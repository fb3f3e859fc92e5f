//! A hash over what decides a verdict.

use std::collections::BTreeMap;

use domain::{ExerciseKind, Language, Library, Limits, Question, Suite};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

/// A hash over what decides a verdict, and nothing else: names, sentences and points may improve without it changing.
pub(super) fn content_hash(
    kind: ExerciseKind,
    limits: Limits,
    libraries: &[Library],
    suites: &BTreeMap<Language, Suite>,
    questions: &[Question],
) -> String {
    let judged: BTreeMap<_, _> = suites
        .iter()
        .map(|(language, suite)| {
            let tests = suite.tests.iter().map(
                |test| json!({"id": test.id, "steps": test.steps, "datasets": test.datasets, "growth": test.growth}),
            );
            let tests: Vec<_> = tests.collect();
            (
                language.as_str(),
                json!({"tests": tests, "datasets": suite.datasets, "tested": suite.tested, "check": suite.check}),
            )
        })
        .collect();
    let text = sorted(json!({
        "kind": kind, "limits": limits, "libraries": libraries, "tests": judged, "questions": questions
    }))
    .to_string();
    digest(&text)
}

/// A hash over a text, in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same value with its keys in order, whatever order the map of this build keeps.
fn sorted(value: Json) -> Json {
    match value {
        Json::Object(entries) => {
            let sorted: BTreeMap<_, _> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            Json::Object(sorted.into_iter().collect())
        }
        Json::Array(items) => Json::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}
