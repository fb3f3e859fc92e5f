//! Other sites may link to our pages; they may not act for our users.
//!
//! The rule is that of Go's `http.CrossOriginProtection`: the browser itself says whether a request comes from our own
//! pages (`Sec-Fetch-Site`, or `Origin` in browsers before 2023). What sends neither header is no browser and carries
//! nobody's cookie. It needs no token in any form, so it cannot be forgotten in one.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, Uri, header},
};

use crate::{error::Failure, state::AppState};

/// Refuses requests of other sites that would change something.
///
/// # Errors
/// The refusal.
pub fn refuse_cross_site(app: &AppState, request: &Request) -> Result<(), Failure> {
    if is_cross_site(request.method(), request.uri(), request.headers(), app.origin()) {
        return Err(Failure::CrossSite);
    }
    Ok(())
}

/// Whether a request could change something and does not come from our own pages.
fn is_cross_site(method: &Method, uri: &Uri, headers: &HeaderMap, own_origin: Option<&str>) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    match headers.get("sec-fetch-site").map(|value| value.as_bytes()) {
        Some(b"same-origin" | b"none") => return false,
        // A page on a neighbouring host is another site to us, even where the browser calls it the same.
        Some(_) => return true,
        None => {}
    }
    headers.contains_key(header::ORIGIN) && !is_own(headers, uri, own_origin)
}

/// Whether `Origin` names us: as the operator wrote it, or else by the host that was asked for.
fn is_own(headers: &HeaderMap, uri: &Uri, own_origin: Option<&str>) -> bool {
    let Some(origin) = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()) else { return false };
    if let Some(own) = own_origin {
        return origin.eq_ignore_ascii_case(own);
    }
    let asked =
        headers.get(header::HOST).and_then(|host| host.to_str().ok()).or_else(|| uri.authority().map(|a| a.as_str()));
    let from = origin.split_once("://").map(|(_, host)| host);
    matches!((from, asked), (Some(from), Some(asked)) if from.eq_ignore_ascii_case(asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(headers: &[(&'static str, &str)], own: Option<&str>) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        is_cross_site(&Method::POST, &Uri::from_static("/logout"), &map, own)
    }

    #[test]
    fn our_own_pages_and_programs_may() {
        assert!(!refused(&[("sec-fetch-site", "same-origin")], None));
        assert!(!refused(&[("sec-fetch-site", "none")], None));
        assert!(!refused(&[], None));
        assert!(!refused(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")], None));
        assert!(!refused(&[("origin", "https://learn.example.org")], Some("https://learn.example.org")));
    }

    #[test]
    fn other_sites_may_not() {
        assert!(refused(&[("sec-fetch-site", "cross-site")], None));
        assert!(refused(&[("sec-fetch-site", "same-site"), ("host", "a.example.org")], None));
        assert!(refused(&[("origin", "https://evil.example"), ("host", "127.0.0.1:3000")], None));
        assert!(refused(&[("origin", "null"), ("host", "127.0.0.1:3000")], None));
        let own = Some("https://learn.example.org");
        assert!(refused(&[("origin", "http://learn.example.org"), ("host", "learn.example.org")], own));
        // A forged Host does not help where the operator named the origin.
        assert!(refused(&[("origin", "https://evil.example"), ("host", "evil.example")], own));
    }

    #[test]
    fn reading_is_free() {
        let mut headers = HeaderMap::new();
        headers.insert("sec-fetch-site", "cross-site".parse().unwrap());
        assert!(!is_cross_site(&Method::GET, &Uri::from_static("/road"), &headers, None));
    }
}
