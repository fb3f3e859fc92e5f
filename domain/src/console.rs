//! What learners try their code with: requests to their own service, queries of their own.

use serde::{Deserialize, Serialize};

use crate::{RequestBody, RunOutcome, ServiceRequest};

/// The most requests of one conversation: each is sent anew, so that the service comes to the state they leave behind.
pub const MAX_REQUESTS: usize = 20;

/// What a service answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceAnswer {
    /// The status code.
    pub status: u16,
    /// Names and values, in order.
    pub headers: Vec<(String, String)>,
    /// The body as text that can be shown, cut where it is long.
    pub body: String,
    /// How long the body is, in bytes.
    pub bytes: usize,
}

/// Requests to one service, one after the other, as far as it answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// To the first requests, in order.
    pub answers: Vec<ServiceAnswer>,
    /// Why the next request has no answer, if so.
    pub problem: Option<String>,
    /// The service's own words on that: an exception with its lines.
    pub details: Option<String>,
    /// What it printed.
    pub output: String,
}

/// What one SQL statement gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The columns' names; none for a statement that gives no rows.
    pub columns: Vec<String>,
    /// The first rows, as text that can be shown; `None` is NULL.
    pub rows: Vec<Vec<Option<String>>>,
    /// How many rows there are in all.
    pub count: usize,
    /// How many rows it inserted, changed or deleted.
    pub changes: u64,
}

/// What a script and a query gave, as far as they went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queried {
    /// Of each statement, in order.
    pub grids: Vec<Grid>,
    /// Why it ended early, if so.
    pub problem: Option<String>,
    /// The database's own words on that.
    pub details: Option<String>,
}

/// What somebody tries their code with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnInput {
    /// A program's standard input, and its arguments, one a line.
    Program {
        /// Standard input.
        stdin: String,
        /// One a line.
        args: String,
    },
    /// Lines that are run after the code, and may use what it defines.
    Snippet(String),
    /// A statement for the example data, after the script.
    Query(String),
    /// What is sent to the service, in order.
    Requests(Vec<ServiceRequest>),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnOutcome {
    /// Of a program or of lines.
    Ran(RunOutcome),
    /// Of a statement.
    Queried(Queried),
    /// Of requests.
    Conversed(Conversation),
}

/// What a form of the console holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedRequest {
    /// The method.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// A header a line.
    pub headers: String,
    /// The body.
    pub body: String,
}

/// Why what was typed is no request. Each message is for the learner.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRequest {
    /// Not one of [`METHODS`].
    #[error("`{0}` is no method of HTTP; choose one of GET, POST, PUT, PATCH, DELETE, HEAD and OPTIONS")]
    Method(String),
    /// It does not begin with a slash, or has a space or something unprintable in it.
    #[error("a path begins with `/` and has no spaces in it, such as /notes?limit=10; write a space as %20")]
    Path,
    /// A line that is no header.
    #[error("line {0} of the headers is none: write the name, a colon and the value, such as Accept: application/json")]
    Header(usize),
    /// More than a console sends.
    #[error("this request is too large: at most {MAX_REQUEST_BYTES} bytes can be sent")]
    TooLong,
}

/// The methods that the console offers.
pub const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
/// The most that one request may have, headers included.
pub const MAX_REQUEST_BYTES: usize = 64 * 1024;

impl TypedRequest {
    /// The request that it says, if it says one. A body of JSON is sent as such, unless a header says otherwise.
    ///
    /// # Errors
    /// What is wrong with it, in words for the learner.
    pub fn read(&self) -> Result<ServiceRequest, NoRequest> {
        let method = self.method.trim().to_ascii_uppercase();
        if !METHODS.contains(&method.as_str()) {
            return Err(NoRequest::Method(method.chars().take(20).collect()));
        }
        if self.path.len() + self.headers.len() + self.body.len() > MAX_REQUEST_BYTES {
            return Err(NoRequest::TooLong);
        }
        let path = self.path.trim();
        if !path.starts_with('/') || !path.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(NoRequest::Path);
        }
        let mut headers = Vec::new();
        for (index, line) in self.headers.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = NoRequest::Header(index + 1);
            let Some((name, value)) = line.split_once(':') else { return Err(wrong) };
            let (name, value) = (name.trim(), value.trim());
            let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
            if name.is_empty() || !name.bytes().all(is_token) || value.chars().any(char::is_control) {
                return Err(wrong);
            }
            headers.push((name.to_owned(), value.to_owned()));
        }
        let names_a_kind = headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        if !names_a_kind && serde_json::from_str::<serde_json::Value>(&self.body).is_ok() {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        let body = if self.body.is_empty() { RequestBody::None } else { RequestBody::Text(self.body.clone()) };
        Ok(ServiceRequest { client: "console".to_owned(), method, path: path.to_owned(), headers, body })
    }
}

/// The same request as a line for a shell, to a service on one's own machine.
pub fn curl(request: &ServiceRequest) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let mut line = "curl -i".to_owned();
    if request.method == "HEAD" {
        line = "curl -I".to_owned();
    } else if request.method != "GET" {
        line += " -X ";
        line += &request.method;
    }
    for (name, value) in &request.headers {
        line += " -H ";
        line += &quoted(&format!("{name}: {value}"));
    }
    if let RequestBody::Text(body) = &request.body {
        line += " --data-raw ";
        line += &quoted(body);
    }
    line += " ";
    line += &quoted(&format!("http://127.0.0.1:8000{}", request.path));
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(method: &str, path: &str, headers: &str, body: &str) -> TypedRequest {
        TypedRequest { method: method.into(), path: path.into(), headers: headers.into(), body: body.into() }
    }

    fn read(typed: &TypedRequest) -> ServiceRequest {
        typed.read().unwrap_or_else(|wrong| panic!("{typed:?}: {wrong}"))
    }

    #[test]
    fn what_is_typed_becomes_a_request() {
        let request = read(&typed("post", " /notes?x=1 ", "Accept: */*\n\nX-A:b: c\n", "{\"a\": 1}"));
        assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/notes?x=1"));
        let headers = [("Accept", "*/*"), ("X-A", "b: c"), ("Content-Type", "application/json")];
        assert_eq!(request.headers, headers.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(read(&typed("GET", "/", "", "")).body, RequestBody::None);
        // What is no JSON is sent as it is, and nothing is said of it.
        assert_eq!(read(&typed("POST", "/", "", "a=1")).headers, []);
    }

    #[test]
    fn what_is_not_http_is_refused_with_words() {
        assert_eq!(typed("FETCH", "/", "", "").read(), Err(NoRequest::Method("FETCH".into())));
        for path in ["", "notes", "/a b", "http://example.org/", "/\u{1}", "/é", "/a\r\nHost: b"] {
            assert_eq!(typed("GET", path, "", "").read(), Err(NoRequest::Path), "{path:?}");
        }
        for headers in ["Accept", ": x", "a b: c", "é: x", "A: \u{7}"] {
            assert_eq!(typed("GET", "/", headers, "").read(), Err(NoRequest::Header(1)), "{headers:?}");
        }
        assert_eq!(typed("POST", "/", "", &"x".repeat(MAX_REQUEST_BYTES)).read(), Err(NoRequest::TooLong));
    }

    #[test]
    fn a_line_for_the_shell_cannot_end_its_quotes() {
        let request = read(&typed("POST", "/notes?q='$(id)'", "X: it's", "{\"a\": \"'; rm -rf /\"}"));
        assert_eq!(
            curl(&request),
            r#"curl -i -X POST -H 'X: it'\''s' -H 'Content-Type: application/json' --data-raw '{"a": "'\''; rm -rf /"}' 'http://127.0.0.1:8000/notes?q='\''$(id)'\'''"#
        );
        assert_eq!(curl(&read(&typed("GET", "/", "", ""))), "curl -i 'http://127.0.0.1:8000/'");
    }
}
