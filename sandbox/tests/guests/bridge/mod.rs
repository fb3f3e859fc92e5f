//! A guest that asks the host, and through it another guest.

mod check;
mod limits;
mod network;
mod tests;

use domain::{Language, Limits, SourceFile};
use sandbox::{
    Answer, Checked, Guest, Outside, Request, Stop, Subject, Surroundings, TestedCase, TestedStatus, VirtualNetwork,
};
use serde_json::{Value, json};

use crate::{Outcome, Setting, call, javascript, python, sandbox, with_stack};

/// A file of a language's main name.
fn main_file(language: Language, code: &str) -> SourceFile {
    SourceFile { name: language.main_file().to_owned(), content: code.to_owned() }
}

/// Code that others ask, loaded.
fn subject(language: Language, code: &str, limits: &Limits) -> Subject {
    let runtime = sandbox().runtime(&language.into()).unwrap();
    let guest = Guest::start(runtime, &[main_file(language, code)], &[], limits).unwrap();
    let subject = Subject::new(language, guest);
    assert_eq!(subject.ask(&Request::Load), Ok(Answer::Loaded));
    subject
}

fn few_ms(time_ms: u32) -> Limits {
    Limits { time_ms, ..Limits::default() }
}

/// Asks a guest that has a bridge.
fn ask(setting: &Setting, outside: Outside, requests: &[Request]) -> Outcome {
    let runtime = sandbox().runtime(&setting.language.into()).unwrap();
    let surroundings = Surroundings { bridge: Some(Box::new(outside)), ..Surroundings::default() };
    let mut guest = Guest::start_in(runtime, &setting.files, &setting.limits, surroundings).unwrap();
    let mut answer = Err(Stop::Host("nothing was asked".to_owned()));
    for request in requests {
        answer = guest.ask(request);
        if answer.is_err() {
            break;
        }
    }
    let output = guest.take_output();
    Outcome {
        answer,
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        truncated: output.truncated,
        fuel: guest.fuel_used(),
        memory: guest.memory_bytes(),
    }
}

fn tests_of(exports: &[&str]) -> Request {
    Request::Tests { module: "pricing".to_owned(), exports: exports.iter().map(ToString::to_string).collect() }
}

/// Runs a learner's tests over a subject.
fn tested(setting: &Setting, subject: &Subject, exports: &[&str]) -> Vec<TestedCase> {
    let outside = Outside { subject: Some(subject.clone()), network: None };
    match ask(setting, outside, &[tests_of(exports)]) {
        Outcome { answer: Ok(Answer::Tested(cases)), .. } => cases,
        other => panic!("{other:?}"),
    }
}

/// Name and status of each.
fn statuses(cases: &[TestedCase]) -> Vec<(&str, TestedStatus)> {
    cases.iter().map(|case| (case.name.as_str(), case.status)).collect()
}

const PRICING_JS: &str = "
export function totalPrice(items, rate = 0) {
    if (!Array.isArray(items)) throw new TypeError('no list');
    if (items.length === 0) throw new RangeError('nothing to sell');
    if (items.some((item) => item < 0)) { const error = new Error('negative'); error.name = 'OutOfStock'; throw error; }
    return items.reduce((sum, item) => sum + item, 0) * (1 + rate);
}
export const describe = (item) => ({ item, tags: new Set(['new']), bytes: new Uint8Array([1, 2]), big: 2n ** 70n });
";

const PRICING_PY: &str = "
class OutOfStock(Exception): pass
def total_price(items, rate=0):
    if not isinstance(items, list): raise TypeError('no list')
    if not items: raise ValueError('nothing to sell')
    if min(items) < 0: raise OutOfStock('negative')
    return sum(items) * (1 + rate)
def lookup(key): return {'a': 1}[key]
";

const LOOPS: &str = "def spin():\n    while True: pass\ndef fine(): return 1";

fn network() -> VirtualNetwork {
    let hosts = json!({
        "api.example.com": { "responses": [
            { "path": "/users/1", "headers": { "content-type": "application/json" }, "body": "{\"id\": 1}" },
            { "method": "POST", "path": "/hooks", "status": 503, "body": "busy" },
            { "method": "POST", "path": "/hooks", "status": 202 },
            { "path": "/slow", "delay_ms": 5000, "body": "at last" },
            { "path": "/moved", "status": 302, "headers": { "location": "http://10.0.0.7:8080/secret" } },
            { "path": "/round", "status": 307, "headers": { "location": "/round" } },
        ]},
        "internal.example:8080": { "addresses": ["10.0.0.7"], "responses": [{ "path": "/secret", "body": "inside" }] },
    });
    VirtualNetwork::new(serde_json::from_value(hosts).unwrap())
}
