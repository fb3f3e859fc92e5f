//! Reading bodies: forms and JSON, with every way in which they can be wrong turned into a [`Failure`].

use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
};
use serde::de::DeserializeOwned;

use crate::error::Failure;

/// The pairs of a form, in the order sent.
#[derive(Debug, Default)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// The first value of a field; empty where it is missing.
    pub fn text(&self, field: &str) -> &str {
        self.0.iter().find_map(|(name, value)| (name == field).then_some(value.as_str())).unwrap_or("")
    }

    /// These pairs, for tests of what reads them.
    #[cfg(test)]
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// Moves a value out, so that a password is held once.
    pub fn take(&mut self, field: &str) -> String {
        self.0.iter_mut().find(|(name, _)| name == field).map(|(_, value)| std::mem::take(value)).unwrap_or_default()
    }

    /// Names and values of the fields whose names begin so; the beginning is cut off.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.as_str())))
    }
}

/// A form, as browsers send it without a script.
#[derive(Debug)]
pub struct FormBody(pub Pairs);

/// JSON, as our own scripts send it.
#[derive(Debug)]
pub struct JsonBody<T>(pub T);

/// Either of the two: a plain form, or JSON where a script is alive.
#[derive(Debug)]
pub enum EitherBody<T> {
    /// A form.
    Form(Pairs),
    /// JSON.
    Json(T),
}

impl<S: Send + Sync> FromRequest<S> for FormBody {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match Kind::of(request.headers()) {
            Some(Kind::Form) => Ok(Self(pairs(&bytes(request, state).await?)?)),
            _ => Err(Failure::UnsupportedType),
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match Kind::of(request.headers()) {
            Some(Kind::Json) => Ok(Self(json(&bytes(request, state).await?)?)),
            _ => Err(Failure::UnsupportedType),
        }
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for EitherBody<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match Kind::of(request.headers()) {
            Some(Kind::Json) => Ok(Self::Json(json(&bytes(request, state).await?)?)),
            Some(Kind::Form) => Ok(Self::Form(pairs(&bytes(request, state).await?)?)),
            None => Err(Failure::UnsupportedType),
        }
    }
}

enum Kind {
    Form,
    Json,
}

impl Kind {
    fn of(headers: &HeaderMap) -> Option<Self> {
        let name = headers.get(header::CONTENT_TYPE)?.to_str().ok()?.split(';').next()?.trim().to_ascii_lowercase();
        match name.as_str() {
            "application/x-www-form-urlencoded" => Some(Self::Form),
            "application/json" => Some(Self::Json),
            _ => None,
        }
    }
}

async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Failure> {
    Bytes::from_request(request, state).await.map_err(|rejection: BytesRejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Failure::TooLarge
        } else {
            Failure::Unreadable("the body ended early".to_owned())
        }
    })
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_text())?;
    // The parser's message names places and fields, not values.
    serde_json::from_str(text).map_err(|error| Failure::Unreadable(format!("the JSON does not fit, {}", place(&error))))
}

fn place(error: &serde_json::Error) -> String {
    format!("line {} column {}", error.line(), error.column())
}

/// Decodes `application/x-www-form-urlencoded`. A form that holds no UTF-8 is refused and not mended: what is kept must
/// be what was sent.
fn pairs(bytes: &[u8]) -> Result<Pairs, Failure> {
    let decode = |part: &[u8]| {
        let spaced: Vec<u8> = part.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
        let decoded: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
        String::from_utf8(decoded).map_err(|_| not_text())
    };
    bytes
        .split(|&byte| byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let cut = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
            Ok((decode(&pair[..cut])?, decode(pair.get(cut + 1..).unwrap_or_default())?))
        })
        .collect::<Result<_, _>>()
        .map(Pairs)
}

fn not_text() -> Failure {
    Failure::invalid("This is not text in UTF-8, so it cannot be code. Check that you did not send a binary file.")
}

/// Whether the client would rather have JSON than a page.
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    if accept.contains("application/json") || accept.contains("application/problem+json") {
        return true;
    }
    !accept.contains("text/html") && matches!(Kind::of(headers), Some(Kind::Json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_decoded() {
        let mut form = pairs(b"language=python&file%3Amain.py=print%28%22a%2Bb%22%29%0D%0A+x&empty=&bare").unwrap();
        assert_eq!(form.text("language"), "python");
        assert_eq!(form.with_prefix("file:").collect::<Vec<_>>(), [("main.py", "print(\"a+b\")\r\n x")]);
        assert_eq!((form.text("empty"), form.text("bare"), form.text("missing")), ("", "", ""));
        assert_eq!(form.take("language"), "python");
        assert_eq!(form.text("language"), "");
    }

    #[test]
    fn binary_bytes_are_refused_with_words() {
        assert!(matches!(pairs(b"code=%ff%fe"), Err(Failure::Invalid { .. })));
        assert!(matches!(json::<String>(b"\"\xff\""), Err(Failure::Invalid { .. })));
    }

    #[test]
    fn json_that_does_not_fit_names_the_place_and_no_value() {
        let Err(Failure::Unreadable(why)) = json::<u32>(b"\"my secret\"") else { panic!("taken") };
        assert!(why.contains("line 1") && !why.contains("secret"), "{why}");
    }

    #[test]
    fn a_person_gets_a_page_and_a_program_json() {
        let headers = |accept: &str, kind: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().unwrap());
            headers.insert(header::CONTENT_TYPE, kind.parse().unwrap());
            headers
        };
        assert!(!wants_json(&headers(
            "text/html,application/xhtml+xml,*/*;q=0.8",
            "application/x-www-form-urlencoded"
        )));
        assert!(wants_json(&headers("application/json", "application/json")));
        assert!(wants_json(&headers("*/*", "application/json")));
        assert!(!wants_json(&headers("*/*", "text/plain")));
        assert!(!wants_json(&HeaderMap::new()));
    }
}
