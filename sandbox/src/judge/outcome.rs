//! What a step came to, and what of it a test looks at.

use std::collections::BTreeMap;

use domain::Aspect;
use serde_json::Value as Json;

use super::plan::Plan;
use crate::{HttpResponse, ResultSet, TestedCase, values::Value};

/// What came of a step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// A call returned.
    Returned(Value),
    /// A call raised, or a statement was refused.
    Raised {
        /// The exception's type.
        kind: String,
        /// Its message.
        message: String,
    },
    /// A program ended.
    Ran(Ran),
    /// A service answered.
    Responded(HttpResponse),
    /// A statement gave this.
    Gave {
        /// Its result.
        result: ResultSet,
        /// How it was executed, where a test looks at that.
        plan: Plan,
    },
    /// A service started again.
    Restarted,
    /// The requests that the code made to other hosts, a line each.
    Asked(Vec<String>),
    /// The learner's own tests ended so.
    Tested(Vec<TestedCase>),
    /// The author's script found nothing, or this.
    Checked(Option<String>),
}

/// What a program left behind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ran {
    pub(crate) exit_code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// What lies in its data folder, by the path in it.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Outcome {
    /// What a test looks at; nothing where it is not there.
    pub(crate) fn aspect(&self, aspect: &Aspect) -> Option<Value> {
        match (self, aspect) {
            (Self::Returned(value), Aspect::Value) => Some(value.clone()),
            (Self::Responded(response), Aspect::Status) => Some(Value::Integer(response.status.to_string())),
            (Self::Responded(response), Aspect::Header(name)) => header(response, name).map(Value::Text),
            (Self::Responded(response), Aspect::Body) => {
                serde_json::from_slice::<Json>(&response.body).ok().and_then(|json| Value::plain(&json).ok())
            }
            (Self::Responded(response), Aspect::Text) => Some(Value::Text(lossy(&response.body))),
            (Self::Ran(ran), Aspect::Stdout) => Some(Value::Text(ran.stdout.clone())),
            (Self::Ran(ran), Aspect::Stderr) => Some(Value::Text(ran.stderr.clone())),
            (Self::Ran(ran), Aspect::ExitCode) => Some(Value::Integer(ran.exit_code.to_string())),
            (Self::Ran(ran), Aspect::File(name)) => ran.files.get(name).map(|bytes| Value::Text(lossy(bytes))),
            (Self::Gave { result, .. }, Aspect::Rows) => rows(result),
            (Self::Gave { result, .. }, Aspect::Columns) => {
                Some(Value::List(result.columns.iter().cloned().map(Value::Text).collect()))
            }
            (Self::Gave { result, .. }, Aspect::Changes) => Some(Value::Integer(result.changes.to_string())),
            (Self::Gave { plan, .. }, Aspect::Plan) => Some(Value::Text(plan.lines.join("\n"))),
            (Self::Asked(lines), Aspect::Requests) => Some(Value::Text(lines.join("\n"))),
            _ => None,
        }
    }
}

/// All headers of one name, as one.
fn header(response: &HttpResponse, name: &str) -> Option<String> {
    let mut of_name = response.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
    let first = of_name.next()?.1.clone();
    Some(of_name.fold(first, |joined, (_, value)| format!("{joined}, {value}")))
}

fn rows(result: &ResultSet) -> Option<Value> {
    let row = |row: &Vec<Json>| row.iter().map(Value::read).collect::<Result<_, _>>().map(Value::List).ok();
    result.rows.iter().map(row).collect::<Option<_>>().map(Value::List)
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response() -> Outcome {
        Outcome::Responded(HttpResponse {
            status: 201,
            headers: vec![("Vary".into(), "accept".into()), ("vary".into(), "cookie".into())],
            body: br#"{"$bytes": "not ours"}"#.to_vec(),
        })
    }

    #[test]
    fn an_answer_has_a_status_headers_and_a_body_that_is_plain_json() {
        assert_eq!(response().aspect(&Aspect::Status), Some(Value::Integer("201".into())));
        assert_eq!(response().aspect(&Aspect::Header("vary".into())), Some(Value::Text("accept, cookie".into())));
        assert_eq!(response().aspect(&Aspect::Header("etag".into())), None);
        let object = Value::Object(vec![("$bytes".into(), Value::Text("not ours".into()))]);
        assert_eq!(response().aspect(&Aspect::Body), Some(object));
    }

    #[test]
    fn what_a_step_did_not_come_to_is_not_there() {
        assert_eq!(response().aspect(&Aspect::Rows), None);
        assert_eq!(Outcome::Restarted.aspect(&Aspect::Value), None);
    }
}
