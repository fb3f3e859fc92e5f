//! The words between host and guest: JSON, in the guest's memory.

use domain::SourceFile;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Answer, Request,
    guest::{HttpResponse, ResultSet, TestedCase},
};

/// The longest answer that is read.
pub(crate) const MAX_ANSWER_BYTES: usize = 4 << 20;
/// The most tests in a learner's file; the guests refuse to run more.
const MAX_TESTS: usize = 300;
/// How much of a test's name is kept, in characters.
const MAX_TEST_NAME_CHARS: usize = 200;
/// How much is kept of why it failed, in characters.
const MAX_TEST_MESSAGE_CHARS: usize = 4_000;

/// A request as the guest reads it. `seed` sets the language's own source of randomness.
pub(crate) fn write_request(request: &Request, file: &str, seed: u64) -> Vec<u8> {
    // A number that every JSON parser reads exactly.
    let seed = seed >> 12;
    let message = match request {
        Request::Run { args } if args.is_empty() => json!({ "op": "run", "file": file, "seed": seed }),
        Request::Run { args } => json!({ "op": "run", "file": file, "args": args, "seed": seed }),
        Request::Load => json!({ "op": "load", "file": file, "seed": seed }),
        Request::Call { function, args } => json!({ "op": "call", "function": function, "args": args, "seed": seed }),
        Request::Strip(files) => json!({ "op": "strip", "files": files }),
        Request::Http(request) => json!({ "op": "http", "request": request, "seed": seed }),
        Request::Tests { module, exports } => {
            json!({ "op": "tests", "file": file, "module": module, "exports": exports, "seed": seed })
        }
        Request::Check { function } => json!({ "op": "check", "function": function, "seed": seed }),
        Request::Query(sql) => json!({ "op": "query", "sql": sql, "seed": seed }),
    };
    message.to_string().into_bytes()
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Message {
    Ended(i32),
    Loaded(bool),
    Value(Value),
    Raised(Raised),
    Syntax(Syntax),
    Missing(String),
    Files(Vec<SourceFile>),
    Response(HttpResponse),
    Results(Vec<ResultSet>),
    Tests(Vec<TestedCase>),
    Passed(bool),
    Failed(Failed),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Failed {
    message: String,
    trace: String,
    is_broken: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raised {
    r#type: String,
    message: String,
    trace: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Syntax {
    message: String,
    trace: String,
}

/// Reads a guest's answer. Whoever wrote it may have been the learner's code: it is believed to be an answer, nothing more.
pub(crate) fn read_answer(request: &Request, bytes: &[u8]) -> Result<Answer, String> {
    let message: Message = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    match (request, message) {
        (Request::Run { .. }, Message::Ended(code)) => Ok(Answer::Ended(code)),
        (Request::Load, Message::Loaded(true)) => Ok(Answer::Loaded),
        (Request::Call { .. }, Message::Value(value)) => Ok(Answer::Value(value)),
        (Request::Call { .. } | Request::Http(_) | Request::Check { .. }, Message::Missing(name)) => {
            Ok(Answer::Missing(name))
        }
        (Request::Tests { .. }, Message::Tests(cases)) if cases.len() <= MAX_TESTS => {
            Ok(Answer::Tested(cases.into_iter().map(shortened).collect()))
        }
        (Request::Check { .. }, Message::Passed(true)) => Ok(Answer::Passed),
        (Request::Check { .. }, Message::Failed(Failed { message, trace, is_broken })) => {
            Ok(Answer::Failed { message, trace, is_broken })
        }
        (Request::Strip(_), Message::Files(files)) => Ok(Answer::Files(files)),
        (Request::Http(_), Message::Response(response)) => Ok(Answer::Response(response)),
        (Request::Query(_), Message::Results(results)) if results.iter().all(is_rectangular) => {
            Ok(Answer::Results(results))
        }
        (_, Message::Raised(Raised { r#type, message, trace })) => Ok(Answer::Raised { kind: r#type, message, trace }),
        (_, Message::Syntax(Syntax { message, trace })) => Ok(Answer::Syntax { message, trace }),
        _ => Err("the answer does not fit the request".to_owned()),
    }
}

/// As much of a test as is passed on, whatever the guest was brought to say.
fn shortened(case: TestedCase) -> TestedCase {
    let first = |text: String, most: usize| match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    };
    TestedCase {
        name: first(case.name, MAX_TEST_NAME_CHARS),
        message: first(case.message, MAX_TEST_MESSAGE_CHARS),
        trace: first(case.trace, MAX_TEST_MESSAGE_CHARS),
        ..case
    }
}

fn is_rectangular(result: &ResultSet) -> bool {
    result.rows.iter().all(|row| row.len() == result.columns.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call() -> Request {
        Request::Call { function: "f".to_owned(), args: vec![json!(1), json!({ "$bytes": "AA==" })] }
    }

    fn run() -> Request {
        Request::Run { args: Vec::new() }
    }

    #[test]
    fn a_request_carries_what_the_guest_needs() {
        let written: Value = serde_json::from_slice(&write_request(&call(), "main.py", u64::MAX)).unwrap();
        assert_eq!(
            written,
            json!({ "op": "call", "function": "f", "args": [1, { "$bytes": "AA==" }], "seed": (1u64 << 52) - 1 })
        );
        let written: Value = serde_json::from_slice(&write_request(&run(), "main.py", 0)).unwrap();
        assert_eq!(written, json!({ "op": "run", "file": "main.py", "seed": 0 }));
    }

    #[test]
    fn answers_are_read() {
        assert_eq!(read_answer(&call(), br#"{"value":{"$big":"1"}}"#), Ok(Answer::Value(json!({ "$big": "1" }))));
        assert_eq!(read_answer(&call(), br#"{"missing":"f"}"#), Ok(Answer::Missing("f".to_owned())));
        assert_eq!(read_answer(&run(), br#"{"ended":3}"#), Ok(Answer::Ended(3)));
        let raised = br#"{"raised":{"type":"ValueError","message":"no","trace":"line 1"}}"#;
        let expected =
            Answer::Raised { kind: "ValueError".to_owned(), message: "no".to_owned(), trace: "line 1".to_owned() };
        assert_eq!(read_answer(&Request::Load, raised), Ok(expected));
    }

    #[test]
    fn a_learners_tests_are_read_as_far_as_they_are_bounded() {
        let request = Request::Tests { module: "pricing".to_owned(), exports: vec!["total".to_owned()] };
        let written: Value = serde_json::from_slice(&write_request(&request, "main.py", 0)).unwrap();
        let expected =
            json!({ "op": "tests", "file": "main.py", "module": "pricing", "exports": ["total"], "seed": 0 });
        assert_eq!(written, expected);
        let case = |length| json!({ "name": "é".repeat(length), "status": "fail", "message": "é".repeat(length), "trace": "" });
        let answer = json!({ "tests": [case(10), case(10_000)] }).to_string();
        let Ok(Answer::Tested(cases)) = read_answer(&request, answer.as_bytes()) else { panic!("{answer}") };
        assert_eq!((cases[0].name.as_str(), cases[0].status), ("éééééééééé", crate::TestedStatus::Fail));
        assert_eq!(cases[1].name.chars().count(), MAX_TEST_NAME_CHARS + 1);
        assert_eq!(cases[1].message.chars().count(), MAX_TEST_MESSAGE_CHARS + 1);
        let many = json!({ "tests": vec![case(1); MAX_TESTS + 1] }).to_string();
        assert!(read_answer(&request, many.as_bytes()).is_err());
        assert!(read_answer(&call(), answer.as_bytes()).is_err());
    }

    #[test]
    fn a_check_ends_in_one_of_three_ways() {
        let request = Request::Check { function: "check".to_owned() };
        assert_eq!(read_answer(&request, br#"{"passed":true}"#), Ok(Answer::Passed));
        assert!(read_answer(&request, br#"{"passed":false}"#).is_err());
        let failed = br#"{"failed":{"message":"no","trace":"","is_broken":false}}"#;
        let expected = Answer::Failed { message: "no".to_owned(), trace: String::new(), is_broken: false };
        assert_eq!(read_answer(&request, failed), Ok(expected));
    }

    #[test]
    fn anything_else_is_refused() {
        let wrong: [&[u8]; 9] = [
            b"",
            b"null",
            b"{}",
            b"{\"value\":1",
            b"{\"value\":1,\"missing\":\"f\"}",
            b"{\"passed\":true}",
            b"{\"loaded\":true}",
            b"{\"ended\":0}",
            b"{\"value\":\"\xff\"}",
        ];
        for bytes in wrong {
            assert!(read_answer(&call(), bytes).is_err(), "{}", String::from_utf8_lossy(bytes));
        }
        let deep = format!("{{\"value\":{}{}}}", "[".repeat(200), "]".repeat(200));
        assert!(read_answer(&call(), deep.as_bytes()).is_err());
    }
}
