//! The words between host and guest: JSON, in the guest's memory.

use domain::SourceFile;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Answer, Request,
    guest::{HttpResponse, ResultSet},
};

/// The longest answer that is read.
pub(crate) const MAX_ANSWER_BYTES: usize = 4 << 20;

/// A request as the guest reads it. `seed` sets the language's own source of randomness.
pub(crate) fn write_request(request: &Request, file: &str, seed: u64) -> Vec<u8> {
    // A number that every JSON parser reads exactly.
    let seed = seed >> 12;
    let message = match request {
        Request::Run => json!({ "op": "run", "file": file, "seed": seed }),
        Request::Load => json!({ "op": "load", "file": file, "seed": seed }),
        Request::Call { function, args } => json!({ "op": "call", "function": function, "args": args, "seed": seed }),
        Request::Strip(files) => json!({ "op": "strip", "files": files }),
        Request::Http(request) => json!({ "op": "http", "request": request, "seed": seed }),
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
        (Request::Run, Message::Ended(code)) => Ok(Answer::Ended(code)),
        (Request::Load, Message::Loaded(true)) => Ok(Answer::Loaded),
        (Request::Call { .. }, Message::Value(value)) => Ok(Answer::Value(value)),
        (Request::Call { .. } | Request::Http(_), Message::Missing(name)) => Ok(Answer::Missing(name)),
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

fn is_rectangular(result: &ResultSet) -> bool {
    result.rows.iter().all(|row| row.len() == result.columns.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call() -> Request {
        Request::Call { function: "f".to_owned(), args: vec![json!(1), json!({ "$bytes": "AA==" })] }
    }

    #[test]
    fn a_request_carries_what_the_guest_needs() {
        let written: Value = serde_json::from_slice(&write_request(&call(), "main.py", u64::MAX)).unwrap();
        assert_eq!(
            written,
            json!({ "op": "call", "function": "f", "args": [1, { "$bytes": "AA==" }], "seed": (1u64 << 52) - 1 })
        );
        let written: Value = serde_json::from_slice(&write_request(&Request::Run, "main.py", 0)).unwrap();
        assert_eq!(written, json!({ "op": "run", "file": "main.py", "seed": 0 }));
    }

    #[test]
    fn answers_are_read() {
        assert_eq!(read_answer(&call(), br#"{"value":{"$big":"1"}}"#), Ok(Answer::Value(json!({ "$big": "1" }))));
        assert_eq!(read_answer(&call(), br#"{"missing":"f"}"#), Ok(Answer::Missing("f".to_owned())));
        assert_eq!(read_answer(&Request::Run, br#"{"ended":3}"#), Ok(Answer::Ended(3)));
        let raised = br#"{"raised":{"type":"ValueError","message":"no","trace":"line 1"}}"#;
        let expected =
            Answer::Raised { kind: "ValueError".to_owned(), message: "no".to_owned(), trace: "line 1".to_owned() };
        assert_eq!(read_answer(&Request::Load, raised), Ok(expected));
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
