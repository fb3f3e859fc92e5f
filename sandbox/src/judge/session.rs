//! The clients of a service: what they send, and the cookies they keep.

use std::collections::BTreeMap;

use cookie::{Cookie, CookieJar};
use domain::{RequestBody, ServiceRequest};

use crate::{HttpRequest, HttpResponse};

/// Every client of a test, by name.
#[derive(Default)]
pub(super) struct Clients {
    jars: BTreeMap<String, CookieJar>,
}

impl Clients {
    /// What a client sends, its cookies included. A header that the test itself names is not added to.
    pub(super) fn request(&self, request: &ServiceRequest) -> HttpRequest {
        let mut headers = request.headers.clone();
        let names = |headers: &[(String, String)], wanted: &str| {
            headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted))
        };
        let (kind, body) = match &request.body {
            RequestBody::None => (None, Vec::new()),
            RequestBody::Json(json) => (Some("application/json"), json.to_string().into_bytes()),
            RequestBody::Form(fields) => {
                let mut form = form_urlencoded::Serializer::new(String::new());
                form.extend_pairs(fields);
                (Some("application/x-www-form-urlencoded"), form.finish().into_bytes())
            }
            RequestBody::Text(text) => (Some("text/plain; charset=utf-8"), text.clone().into_bytes()),
        };
        if let Some(kind) = kind {
            if !names(&headers, "content-type") {
                headers.push(("Content-Type".to_owned(), kind.to_owned()));
            }
            if !names(&headers, "content-length") {
                headers.push(("Content-Length".to_owned(), body.len().to_string()));
            }
        }
        let jar = self.jars.get(&request.client);
        let cookies: Vec<_> = jar.into_iter().flat_map(CookieJar::iter).collect();
        if !cookies.is_empty() && !names(&headers, "cookie") {
            let mut pairs: Vec<_> =
                cookies.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value())).collect();
            pairs.sort_unstable();
            headers.push(("Cookie".to_owned(), pairs.join("; ")));
        }
        HttpRequest { method: request.method.clone(), path: request.path.clone(), headers, body }
    }

    /// Keeps the cookies that an answer sets, and forgets those it takes back.
    pub(super) fn keep(&mut self, client: &str, response: &HttpResponse) {
        for (name, value) in &response.headers {
            if !name.eq_ignore_ascii_case("set-cookie") {
                continue;
            }
            let Ok(cookie) = Cookie::parse(value.clone()) else { continue };
            let jar = self.jars.entry(client.to_owned()).or_default();
            let is_over = cookie.max_age().is_some_and(|age| !age.is_positive())
                || cookie.expires_datetime().is_some_and(|moment| moment.year() < 2_000);
            if is_over {
                jar.force_remove(cookie.name());
            } else {
                jar.add_original(cookie);
            }
        }
    }
}

/// The value of a cookie that an answer sets.
pub(super) fn cookie_of(response: &HttpResponse, wanted: &str) -> Option<String> {
    let set = response.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
    set.filter_map(|(_, value)| Cookie::parse(value.clone()).ok())
        .find(|cookie| cookie.name() == wanted)
        .map(|cookie| cookie.value().to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sets(cookies: &[&str]) -> HttpResponse {
        let headers = cookies.iter().map(|cookie| ("Set-Cookie".to_owned(), (*cookie).to_owned())).collect();
        HttpResponse { status: 200, headers, body: Vec::new() }
    }

    fn sent(clients: &Clients, client: &str) -> Option<String> {
        let request =
            ServiceRequest { client: client.into(), method: "GET".into(), path: "/".into(), ..Default::default() };
        clients.request(&request).headers.into_iter().find(|(name, _)| name == "Cookie").map(|(_, value)| value)
    }

    #[test]
    fn each_client_keeps_its_own_cookies_until_they_are_taken_back() {
        let mut clients = Clients::default();
        clients.keep("ada", &sets(&["session=1; HttpOnly", "theme=dark"]));
        assert_eq!(sent(&clients, "ada").as_deref(), Some("session=1; theme=dark"));
        assert_eq!(sent(&clients, "bo"), None);
        clients.keep("ada", &sets(&["session=; Max-Age=0", "theme=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]));
        assert_eq!(sent(&clients, "ada"), None);
        assert_eq!(cookie_of(&sets(&["a=1; Path=/", "b=2"]), "b").as_deref(), Some("2"));
    }

    #[test]
    fn a_body_says_what_it_is_unless_the_test_does() {
        let mut request = ServiceRequest {
            method: "POST".into(),
            path: "/".into(),
            body: RequestBody::Json(json!({ "a": 1 })),
            ..Default::default()
        };
        let sent = Clients::default().request(&request);
        assert_eq!(sent.body, br#"{"a":1}"#);
        assert_eq!(sent.headers[0], ("Content-Type".to_owned(), "application/json".to_owned()));
        request.headers = vec![("content-type".into(), "text/html".into())];
        request.body = RequestBody::Form(vec![("q".into(), "a b&c".into())]);
        let sent = Clients::default().request(&request);
        assert_eq!((sent.headers[0].1.as_str(), sent.body.as_slice()), ("text/html", b"q=a+b%26c".as_slice()));
    }
}
