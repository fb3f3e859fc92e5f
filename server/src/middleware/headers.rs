//! The headers every answer carries, whatever its status.

use std::sync::Arc;

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use rand::RngExt;

use crate::state::AppState;

/// The random word of one response: a script or style without it does not run.
#[derive(Clone, Debug)]
pub struct Nonce(pub Arc<str>);

impl Nonce {
    /// 128 random bits, 32 hexadecimal digits.
    pub fn random() -> Self {
        let bits: u128 = rand::rng().random();
        Self(format!("{bits:032x}").into())
    }
}

/// Fixed headers. `Cross-Origin-Opener-Policy` keeps a page that opened us from holding our window.
const FIXED: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    ),
];

/// Nothing is allowed but what the pages use: our own style sheet, scripts with this response's nonce and what they
/// load, the WebAssembly module, our own pictures, and requests to ourselves.
fn content_security_policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// Sets the headers on whatever comes back.
pub fn secure(app: &AppState, nonce: &Nonce, response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::try_from(content_security_policy(&nonce.0)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if app.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    // What a page shows depends on who looks; nobody in between may keep it. Static files have set their own rule.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_no_inline_script_and_no_frame() {
        let policy = content_security_policy("abc");
        assert!(policy.starts_with("default-src 'none';"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"));
    }

    #[test]
    fn two_nonces_differ() {
        assert_ne!(Nonce::random().0, Nonce::random().0);
    }
}
