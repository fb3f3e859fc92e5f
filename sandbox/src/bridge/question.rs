//! The words between a guest and its bridge: one line of JSON each way.

use domain::{NetworkLog, Verdict};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Bridge;
use crate::{HttpRequest, HttpResponse, check_value, protocol::MAX_ANSWER_BYTES};

/// What a guest asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// What a function of the subject returns.
    Call {
        /// Its name in `snake_case`.
        function: String,
        /// Tagged values.
        args: Vec<Value>,
    },
    /// What is answered to a request.
    Http(HttpQuestion),
    /// The addresses of a host.
    Resolve(String),
    /// Which requests were made to the hosts so far.
    Log,
}

/// A request and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpQuestion {
    /// Where.
    pub to: Target,
    /// The rest of it; its path is for whoever knows the target to fill in.
    pub request: HttpRequest,
}

/// Where a request goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To the subject's service, at this path.
    Service(String),
    /// To a host, by this address.
    Url(String),
}

/// What a guest is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// What the function returned, a tagged value.
    Value(Value),
    /// The exception it raised.
    Raised {
        /// Its type.
        kind: String,
        /// Its message.
        message: String,
    },
    /// There is no such function.
    Missing(String),
    /// The subject was stopped, now or before, with this verdict.
    Stopped(Verdict),
    /// A service answered.
    Response {
        /// What.
        response: HttpResponse,
        /// How long it was on its way, by the virtual clock.
        after_ms: u32,
    },
    /// The addresses of a host.
    Addresses(Vec<String>),
    /// The requests that were made.
    Log(NetworkLog),
    /// The request reaches nobody.
    Refused(String),
    /// The question is none.
    Malformed(String),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    Call(Call),
    Http(Http),
    Resolve(String),
    Log(All),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum All {
    All,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    function: String,
    args: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Http {
    method: String,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    path: Option<String>,
    headers: Vec<(String, String)>,
    #[serde(with = "crate::guest::base64_bytes")]
    body: Vec<u8>,
}

/// Reads a question, gets it answered, and writes the answer. Whoever wrote the line may have been a learner's code.
pub(crate) fn answer_line(bridge: &mut dyn Bridge, line: &[u8]) -> Vec<u8> {
    let reply = read(line).map_or_else(Reply::Malformed, |question| bridge.answer(question));
    let mut answer = write(&reply);
    if answer.len() >= MAX_ANSWER_BYTES {
        answer = write(&Reply::Malformed("the answer is too long".to_owned()));
    }
    answer.push(b'\n');
    answer
}

fn read(line: &[u8]) -> Result<Question, String> {
    match serde_json::from_slice(line).map_err(|error| error.to_string())? {
        Line::Call(Call { function, args }) => {
            args.iter().try_for_each(check_value).map_err(|error| error.to_string())?;
            Ok(Question::Call { function, args })
        }
        Line::Http(Http { method, url, path, headers, body }) => {
            let is_token = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
            if !is_token(&method) || !headers.iter().all(|(name, _)| is_token(name)) {
                return Err("a method or the name of a header is none".to_owned());
            }
            let to = match (url, path) {
                (Some(url), None) => Target::Url(url),
                (None, Some(path)) if path.starts_with('/') => Target::Service(path),
                (None, Some(_)) => return Err("a path begins with a slash".to_owned()),
                _ => return Err("a request has either a url or a path".to_owned()),
            };
            let request = HttpRequest { method: method.to_ascii_uppercase(), path: String::new(), headers, body };
            Ok(Question::Http(HttpQuestion { to, request }))
        }
        Line::Resolve(name) => Ok(Question::Resolve(name)),
        Line::Log(All::All) => Ok(Question::Log),
    }
}

fn write(reply: &Reply) -> Vec<u8> {
    let message = match reply {
        Reply::Value(value) => json!({ "value": value }),
        Reply::Raised { kind, message } => json!({ "raised": { "type": kind, "message": message } }),
        Reply::Missing(name) => json!({ "missing": name }),
        Reply::Stopped(verdict) => json!({ "stopped": verdict }),
        Reply::Response { response, after_ms } => json!({ "response": response, "after_ms": after_ms }),
        Reply::Log(log) => json!({ "log": log.requests }),
        Reply::Addresses(addresses) => json!({ "addresses": addresses }),
        Reply::Refused(reason) => json!({ "refused": reason }),
        Reply::Malformed(reason) => json!({ "malformed": reason }),
    };
    message.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Outside, VirtualNetwork};

    /// Answers with the question.
    struct Echo(Vec<Question>);

    impl Bridge for Echo {
        fn answer(&mut self, question: Question) -> Reply {
            self.0.push(question);
            Reply::Value(json!([1, "two\n"]))
        }
    }

    fn ask(line: &str) -> (Vec<Question>, Value) {
        let mut bridge = Echo(Vec::new());
        let answer = answer_line(&mut bridge, line.as_bytes());
        assert_eq!(answer.iter().filter(|byte| **byte == b'\n').count(), 1, "one line");
        (bridge.0, serde_json::from_slice(&answer).unwrap())
    }

    #[test]
    fn a_question_reaches_the_bridge() {
        let (asked, answer) = ask(r#"{"call":{"function":"add_up","args":[1,{"$bytes":"AA=="}]}}"#);
        assert_eq!(
            asked,
            [Question::Call { function: "add_up".into(), args: vec![json!(1), json!({"$bytes": "AA=="})] }]
        );
        assert_eq!(answer, json!({ "value": [1, "two\n"] }));
        let (asked, _) = ask(r#"{"http":{"method":"post","path":"/a?b","headers":[["A","b"]],"body":"AAE="}}"#);
        let request = HttpRequest {
            method: "POST".into(),
            path: String::new(),
            headers: vec![("A".into(), "b".into())],
            body: vec![0, 1],
        };
        assert_eq!(asked, [Question::Http(HttpQuestion { to: Target::Service("/a?b".into()), request })]);
        assert_eq!(ask(r#"{"resolve":"a.example"}"#).0, [Question::Resolve("a.example".into())]);
    }

    #[test]
    fn anything_else_is_answered_and_reaches_nobody() {
        let deep = format!(r#"{{"call":{{"function":"f","args":[{}{}]}}}}"#, "[".repeat(200), "]".repeat(200));
        let wrong = [
            "",
            "null",
            "{}",
            "{\"call\":",
            r#"{"call":{"function":"f"}}"#,
            r#"{"call":{"function":"f","args":[],"more":1}}"#,
            r#"{"call":{"function":"f","args":[{"$bytes":1}]}}"#,
            r#"{"call":{"function":"f","args":[]},"resolve":"x"}"#,
            r#"{"http":{"method":"GET","headers":[],"body":""}}"#,
            r#"{"http":{"method":"GET","path":"x","headers":[],"body":""}}"#,
            r#"{"http":{"method":"GET","path":"/","url":"http://a/","headers":[],"body":""}}"#,
            r#"{"http":{"method":"G T","path":"/","headers":[],"body":""}}"#,
            r#"{"http":{"method":"GET","path":"/","headers":[["a b","c"]],"body":""}}"#,
            r#"{"http":{"method":"GET","path":"/","headers":[],"body":"?"}}"#,
            deep.as_str(),
        ];
        for line in wrong {
            let (asked, answer) = ask(line);
            assert!(asked.is_empty() && answer["malformed"].is_string(), "{line}: {answer}");
        }
        let mut bridge = Echo(Vec::new());
        assert!(answer_line(&mut bridge, b"{\"resolve\":\"\xff\"}").starts_with(b"{\"malformed\""));
    }

    #[test]
    fn whatever_is_written_is_answered_by_one_line() {
        const PIECES: [&str; 24] = [
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\"call\":",
            "\"http\":",
            "\"resolve\":",
            "\"function\":",
            "\"args\":",
            "\"method\":",
            "\"url\":",
            "\"path\":",
            "\"headers\":",
            "\"body\":",
            "\"http://a@[b]:c/?#\"",
            "\"/\"",
            "\"$bytes\":",
            "null",
            "1e999",
            "\"\\ud83d\"",
        ];
        const WHOLE: [&str; 3] = [
            r#"{"call":{"function":"f","args":[{"$tuple":[1]}]}}"#,
            r#"{"http":{"method":"GET","url":"http://a.example:80/b?c#d","headers":[["a","b"]],"body":"AA=="}}"#,
            r#"{"resolve":"a.example"}"#,
        ];
        let mut random = crate::wasi::Random::new(11);
        let mut below = |end: usize| usize::try_from(random.next() % end as u64).unwrap();
        let network = serde_json::from_str(r#"{"a.example": {"responses": [{"path": "/b"}]}}"#).unwrap();
        let mut bridge = Outside { subject: None, network: Some(VirtualNetwork::new(network)) };
        for _ in 0..20_000 {
            let mut line = match below(3) {
                0 => (0..below(20)).map(|_| PIECES[below(PIECES.len())]).collect::<String>().into_bytes(),
                _ => WHOLE[below(WHOLE.len())].as_bytes().to_vec(),
            };
            for _ in 0..below(4) {
                if !line.is_empty() {
                    let at = below(line.len());
                    line[at] = u8::try_from(below(256)).unwrap();
                }
            }
            let answer = answer_line(&mut bridge, &line);
            let read: Value = serde_json::from_slice(&answer).unwrap();
            assert!(read.is_object() && answer.iter().filter(|byte| **byte == b'\n').count() == 1);
        }
    }

    #[test]
    fn an_answer_that_is_too_long_is_said_to_be() {
        struct Long;
        impl Bridge for Long {
            fn answer(&mut self, _question: Question) -> Reply {
                Reply::Value(Value::String("x".repeat(MAX_ANSWER_BYTES)))
            }
        }
        let answer = answer_line(&mut Long, br#"{"resolve":"x"}"#);
        assert_eq!(answer, b"{\"malformed\":\"the answer is too long\"}\n");
    }
}
