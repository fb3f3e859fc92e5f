//! What one step of a test finds out and later ones use.

use std::collections::BTreeMap;

use domain::{Action, Aspect, Capture, CaptureSource, Condition, Expectation, RequestBody, ServiceRequest, Step};
use serde_json::Value as Json;

use super::{outcome::Outcome, session::cookie_of};
use crate::values::Value;

/// Captured values by name. They live as long as their test.
#[derive(Debug, Default)]
pub(super) struct Captures(BTreeMap<String, Json>);

impl Captures {
    /// Keeps what a step is to give; the name of the first that is not there.
    pub(super) fn keep(&mut self, captures: &[Capture], outcome: &Outcome) -> Result<(), String> {
        for capture in captures {
            let found = match (&capture.from, outcome) {
                (CaptureSource::Path(path), Outcome::Returned(value)) => at(value, path).and_then(to_json),
                (CaptureSource::Path(path), outcome) => {
                    outcome.aspect(&Aspect::Body).as_ref().and_then(|body| at(body, path)).and_then(to_json)
                }
                (CaptureSource::Header(name), outcome) => {
                    outcome.aspect(&Aspect::Header(name.clone())).as_ref().and_then(to_json)
                }
                (CaptureSource::Cookie(name), Outcome::Responded(response)) => {
                    cookie_of(response, name).map(Json::String)
                }
                (CaptureSource::Cookie(_), _) => None,
            };
            self.0.insert(capture.name.clone(), found.ok_or_else(|| capture.name.clone())?);
        }
        Ok(())
    }

    /// The step with what was captured in the places that name it.
    pub(super) fn fill(&self, step: &Step) -> Step {
        if self.0.is_empty() {
            return step.clone();
        }
        let action = match &step.action {
            Action::Call { function, args, unmeasured } => Action::Call {
                function: function.clone(),
                args: args.iter().map(|arg| self.json(arg)).collect(),
                unmeasured: *unmeasured,
            },
            Action::Request(request) => Action::Request(self.request(request)),
            Action::Query(sql) => Action::Query(self.text(sql)),
            other => other.clone(),
        };
        let expect = step.expect.iter().map(|condition| Condition {
            aspect: condition.aspect.clone(),
            expectation: self.expectation(&condition.expectation),
        });
        Step { action, repeat: step.repeat, expect: expect.collect(), capture: step.capture.clone() }
    }

    fn request(&self, request: &ServiceRequest) -> ServiceRequest {
        let pairs = |pairs: &[(String, String)]| {
            pairs.iter().map(|(name, value)| (name.clone(), self.text(value))).collect::<Vec<_>>()
        };
        ServiceRequest {
            client: request.client.clone(),
            method: request.method.clone(),
            path: self.text(&request.path),
            headers: pairs(&request.headers),
            body: match &request.body {
                RequestBody::None => RequestBody::None,
                RequestBody::Json(json) => RequestBody::Json(self.json(json)),
                RequestBody::Form(fields) => RequestBody::Form(pairs(fields)),
                RequestBody::Text(text) => RequestBody::Text(self.text(text)),
            },
        }
    }

    fn expectation(&self, expectation: &Expectation) -> Expectation {
        let texts = |texts: &[String]| texts.iter().map(|text| self.text(text)).collect();
        match expectation {
            Expectation::Json(json) => Expectation::Json(self.json(json)),
            Expectation::JsonLike(json) => Expectation::JsonLike(self.json(json)),
            Expectation::Unordered(items) => Expectation::Unordered(items.iter().map(|item| self.json(item)).collect()),
            Expectation::Prints(text) => Expectation::Prints(self.text(text)),
            Expectation::Contains(wanted) => Expectation::Contains(texts(wanted)),
            Expectation::Lacks(unwanted) => Expectation::Lacks(texts(unwanted)),
            other => other.clone(),
        }
    }

    /// A text that is nothing but a captured name becomes the value, of its own type.
    fn json(&self, json: &Json) -> Json {
        match json {
            Json::String(text) => {
                let whole = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
                match whole.and_then(|name| self.0.get(name)) {
                    Some(value) => value.clone(),
                    None => Json::String(self.text(text)),
                }
            }
            Json::Array(items) => Json::Array(items.iter().map(|item| self.json(item)).collect()),
            Json::Object(entries) => {
                Json::Object(entries.iter().map(|(key, value)| (key.clone(), self.json(value))).collect())
            }
            other => other.clone(),
        }
    }

    /// Only names that were captured are replaced: braces are ordinary letters elsewhere.
    fn text(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (name, value)| {
            let value = match value {
                Json::String(value) => value.clone(),
                other => other.to_string(),
            };
            text.replace(&format!("{{{name}}}"), &value)
        })
    }
}

fn at<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| match value {
        Value::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        Value::List(items) | Value::Tuple(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    })
}

/// Plain values only: what is captured is sent on as JSON.
fn to_json(value: &Value) -> Option<Json> {
    Some(match value {
        Value::Null => Json::Null,
        Value::Bool(truth) => Json::Bool(*truth),
        Value::Integer(digits) => Json::Number(digits.parse().ok()?),
        Value::Float(number) => Json::Number(serde_json::Number::from_f64(*number)?),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => Json::Array(items.iter().map(to_json).collect::<Option<_>>()?),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| Some((key.clone(), to_json(value)?)));
            Json::Object(entries.collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::HttpResponse;

    fn captured() -> Captures {
        let body = json!({ "id": 7, "items": [{ "name": "ada" }] }).to_string().into_bytes();
        let headers = vec![("Location".into(), "/charges/7".into()), ("Set-Cookie".into(), "sid=s3; Path=/".into())];
        let outcome = Outcome::Responded(HttpResponse { status: 201, headers, body });
        let capture = |name: &str, from| Capture { name: name.into(), from };
        let path = |keys: &[&str]| CaptureSource::Path(keys.iter().map(|key| (*key).to_owned()).collect());
        let mut captures = Captures::default();
        let wanted = [
            capture("id", path(&["id"])),
            capture("name", path(&["items", "0", "name"])),
            capture("place", CaptureSource::Header("location".into())),
            capture("sid", CaptureSource::Cookie("sid".into())),
        ];
        captures.keep(&wanted, &outcome).unwrap();
        assert_eq!(captures.keep(&[capture("none", path(&["items", "1"]))], &outcome), Err("none".to_owned()));
        captures
    }

    #[test]
    fn a_whole_text_takes_the_value_and_a_part_takes_its_letters() {
        let captures = captured();
        assert_eq!(
            captures.json(&json!({ "id": "{id}", "path": "/c/{id}?n={name}" })),
            json!({ "id": 7, "path": "/c/7?n=ada" })
        );
        assert_eq!(captures.text("{place} {sid} {other}"), "/charges/7 s3 {other}");
    }
}
