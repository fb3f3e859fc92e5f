//! Requests to our own server. The work is done by one function without type parameters, so that it is sent once.

use domain::api::Problem;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How a request is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Asks.
    #[cfg(any(feature = "ssr", feature = "workspace"))]
    Get,
    /// Adds.
    Post,
    /// Replaces; goes on even if the page is left meanwhile.
    #[cfg(any(feature = "ssr", feature = "workspace"))]
    Put,
}

impl Method {
    fn as_str(self) -> &'static str {
        match self {
            #[cfg(any(feature = "ssr", feature = "workspace"))]
            Self::Get => "GET",
            Self::Post => "POST",
            #[cfg(any(feature = "ssr", feature = "workspace"))]
            Self::Put => "PUT",
        }
    }
}

/// An answer with its status and body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The text.
    pub body: String,
}

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// No answer came.
    Offline,
    /// The server said why.
    Refused(Problem),
}

impl Failure {
    /// In words for the learner.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::Offline => "The server cannot be reached. Your code is still here; try again in a moment.".to_owned(),
            Self::Refused(problem) => format!("{}. {}", problem.title.trim_end_matches('.'), problem.detail),
        }
    }
}

/// Sends `body` as JSON, if there is one.
///
/// # Errors
/// Only where no answer came; a status of 400 is an answer.
pub(crate) async fn request(method: Method, url: &str, body: Option<String>) -> Result<Answer, Failure> {
    send(method, url, body).await.map_err(|_| Failure::Offline)
}

async fn send(method: Method, url: &str, body: Option<String>) -> Result<Answer, JsValue> {
    let headers = web_sys::Headers::new()?;
    headers.set("Accept", "application/json")?;
    let options = web_sys::RequestInit::new();
    options.set_method(method.as_str());
    if let Some(body) = body {
        headers.set("Content-Type", "application/json")?;
        // Browsers keep at most 64 KiB alive past the page; larger bodies would be refused outright.
        if method.as_str() == "PUT" && body.len() < 60 * 1024 {
            js_sys::Reflect::set(&options, &"keepalive".into(), &JsValue::TRUE)?;
        }
        options.set_body(&body.into());
    }
    options.set_headers(&headers);
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: web_sys::Response =
        JsFuture::from(window.fetch_with_str_and_init(url, &options)).await?.dyn_into()?;
    let body = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    Ok(Answer { status: response.status(), body })
}

/// A value as the body of a request.
pub(crate) fn json<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}

impl Answer {
    /// The body as what it should be; else the problem that it tells of, or a plain one where it tells nothing.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let fine = (200..300).contains(&self.status) || self.status == 409;
        match serde_json::from_str(&self.body) {
            Ok(value) if fine => Ok(value),
            _ => Err(Failure::Refused(self.problem())),
        }
    }

    fn problem(&self) -> Problem {
        serde_json::from_str(&self.body).unwrap_or_else(|_| Problem {
            title: "The server's answer could not be read".to_owned(),
            status: self.status,
            detail: "Your code is still here; reload the page if this goes on.".to_owned(),
            field: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::{RunOutcome, RunVerdict};

    use super::*;

    #[test]
    fn a_problem_is_told_in_the_servers_words_and_anything_else_in_ours() {
        let refused = Answer { status: 429, body: r#"{"title":"Busy","status":429,"detail":"Try again."}"#.into() };
        let Err(failure) = refused.read::<RunOutcome>() else { panic!("429 is no outcome") };
        assert_eq!(failure.sentence(), "Busy. Try again.");
        let odd = Answer { status: 502, body: "<html>".into() };
        let Err(Failure::Refused(problem)) = odd.read::<RunOutcome>() else { panic!("502 is no outcome") };
        assert_eq!(problem.status, 502);
    }

    #[test]
    fn an_outcome_is_read() {
        let body =
            r#"{"verdict":"ok","stdout":"1\n","stderr":"","exit_code":0,"fuel":1,"wall_ms":0.4,"memory_bytes":1}"#;
        let outcome: RunOutcome = Answer { status: 200, body: body.into() }.read().unwrap();
        assert_eq!(outcome.verdict, RunVerdict::Ok);
    }
}
