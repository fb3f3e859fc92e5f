//! Whatever bytes a guest answers with, nothing on our side panics, and nothing but a right value passes.

use std::time::{Duration, Instant};

use domain::{Condition, Expectation, Language, Reveal, Step, TestCase};
use serde_json::json;

use super::{
    matching::meets,
    outcome::Outcome,
    rendering, reveal,
    trial::{End, Trial},
};
use crate::{Answer, HttpRequest, Output, Request, protocol::read_answer, values::Value};

/// How many answers are read where `BACKROAD_FUZZ_SECONDS` says no time.
const ROUNDS: u32 = 60_000;

const PIECES: [&str; 44] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\"value\":",
    "\"raised\":",
    "\"syntax\":",
    "\"missing\":",
    "\"ended\":",
    "\"loaded\":",
    "\"type\":\"E\"",
    "\"message\":\"\"",
    "\"trace\":\"\"",
    "\"$bytes\":",
    "\"$big\":",
    "\"$float\":",
    "\"$date\":",
    "\"$set\":",
    "\"$tuple\":",
    "\"$object\":",
    "\"$null\":",
    "\"$\":",
    "\"AP8=\"",
    "\"-00\"",
    "\"nan\"",
    "\"2026-01-01T00:00:00Z\"",
    "\"9999-12-31T23:59:60+23:59\"",
    "null",
    "true",
    "0",
    "-0.0",
    "1e999",
    "1e-999",
    "18446744073709551616",
    "5",
    "\"\\u0000\"",
    "\"\\ud83d\"",
    "\"\u{202e}é\"",
    "\"__proto__\":",
    "\"'\\\"\"",
];

const WHOLE: [&str; 14] = [
    r#"{"value":{"a":[1,2.5,{"$set":[1,{"$tuple":["x"]}]}],"b":{"$bytes":"AP8="}}}"#,
    r#"{"value":{"$date":"2026-01-01T00:00:00.5+02:00"}}"#,
    r#"{"value":{"$big":"-123456789012345678901234567890"}}"#,
    r#"{"raised":{"type":"ValueError","message":"no\nsuch","trace":"line 1"}}"#,
    r#"{"syntax":{"message":"m","trace":"t"}}"#,
    r#"{"missing":"f"}"#,
    r#"{"ended":-1}"#,
    r#"{"loaded":true}"#,
    r#"{"response":{"status":200,"headers":[["content-type","text/plain"]],"body":"AP8="}}"#,
    r#"{"results":[{"columns":["a","b"],"rows":[[1,{"$bytes":"AP8="}]],"changes":1}]}"#,
    r#"{"tests":[{"name":"n","status":"fail","message":"m","trace":"t"}]}"#,
    r#"{"passed":true}"#,
    r#"{"failed":{"message":"m","trace":"t","is_broken":false}}"#,
    r#"{"files":[{"name":"main.ts","content":"x"}]}"#,
];

/// Random bytes, pieces of JSON in any order, or whole answers with a few bytes changed.
fn answer(rng: &mut fastrand::Rng) -> Vec<u8> {
    let length = rng.usize(..40);
    match rng.u8(..3) {
        0 => (0..length).map(|_| rng.u8(..)).collect(),
        1 => {
            let inner: String = (0..length).map(|_| rng.choice(PIECES).unwrap()).collect();
            if rng.bool() { inner.into_bytes() } else { format!("{{\"value\":{inner}}}").into_bytes() }
        }
        _ => {
            let mut whole = rng.choice(WHOLE).unwrap().as_bytes().to_vec();
            for _ in 0..rng.u8(..3) {
                let at = rng.usize(..whole.len());
                match rng.u8(..3) {
                    0 => whole[at] = rng.u8(..),
                    1 => drop(whole.remove(at)),
                    _ => whole.insert(at, rng.choice(PIECES).unwrap().as_bytes()[0]),
                }
            }
            whole
        }
    }
}

fn expectations() -> Vec<Expectation> {
    vec![
        Expectation::Json(json!("a value that no fuzzer finds")),
        Expectation::JsonLike(json!({"no": {"fuzzer": ["finds", "it"]}})),
        Expectation::Approx { value: json!({"$float": "-inf"}), tolerance: 0.0 },
        Expectation::Unordered(vec![json!("no"), json!("fuzzer")]),
        Expectation::Length(123_456),
        Expectation::Has(vec!["no fuzzer".to_owned()]),
        Expectation::Matches("^no fuzzer$".to_owned()),
    ]
}

#[test]
fn no_answer_of_a_guest_makes_us_panic() {
    let mut rng = fastrand::Rng::with_seed(0x00BA_C4B0_AD5E_ED01);
    let call = Request::Call { function: "f".to_owned(), args: Vec::new() };
    let http = Request::Http(HttpRequest {
        method: "GET".to_owned(),
        path: "/".to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
    });
    let tests = Request::Tests { module: "m".to_owned(), exports: Vec::new() };
    let (check, query) = (Request::Check { function: "f".to_owned() }, Request::Query("SELECT 1".to_owned()));
    let expectations = expectations();
    let test = TestCase {
        id: "t".to_owned(),
        name: "t".to_owned(),
        say: String::new(),
        visible: false,
        reveal: Reveal::Full,
        steps: vec![Step::call("f", Vec::new(), expectations[0].clone())],
        ..TestCase::default()
    };
    let (mut understood, mut values) = (0, 0);
    let patience = std::env::var("BACKROAD_FUZZ_SECONDS").ok().map(|text| Duration::from_secs(text.parse().unwrap()));
    let start = Instant::now();
    for round in 0.. {
        if patience.map_or(round == ROUNDS, |patience| start.elapsed() > patience) {
            break;
        }
        let said = answer(&mut rng);
        for request in [&Request::Run { args: Vec::new() }, &Request::Load, &call, &http, &tests, &check, &query] {
            let Ok(answer) = read_answer(request, &said) else { continue };
            understood += 1;
            let outcome = match answer {
                Answer::Value(json) => match Value::read(&json) {
                    Ok(value) => Outcome::Returned(value),
                    Err(_) => continue,
                },
                Answer::Raised { kind, message, .. } => Outcome::Raised { kind, message },
                _ => continue,
            };
            values += 1;
            for expectation in &expectations {
                let text = String::from_utf8_lossy(&said);
                let condition = Condition::of_value(expectation.clone());
                assert_eq!(meets(&condition, &outcome), Ok(false), "{text} meets {expectation:?}");
            }
            for language in Language::ALL {
                if let Outcome::Returned(value) = &outcome {
                    assert!(!rendering::value(language, value).is_empty());
                }
                let end = End::Answered { outcome: outcome.clone(), unmet: Some(0), raised: None };
                let output = Output { stdout: said.clone(), ..Output::default() };
                let done = test.steps.clone();
                let trial = Trial { end, done, dataset: None, output, fuel: 0, memory_bytes: 0, duration_us: 0 };
                reveal::tell(language, &test, trial);
            }
        }
    }
    // A fuzzer whose every input is refused at the door tests only the door.
    assert!(understood > 2_000 && values > 1_000, "{understood} understood, {values} values");
}
