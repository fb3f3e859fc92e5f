//! `GET /metrics`: figures for Prometheus, which runs on this machine. To everybody else they are not there.

use std::net::SocketAddr;

use axum::{
    Extension,
    extract::{ConnectInfo, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use prometheus_client::encoding::text::encode;

use crate::{error::Failure, state::AppState};

/// What the text is, by the OpenMetrics specification.
const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The figures as they are now.
pub async fn show(
    State(app): State<AppState>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if !is_local(peer.map(|Extension(ConnectInfo(peer))| peer), &headers) {
        return Err(Failure::NotFound);
    }
    let mut text = String::new();
    encode(&mut text, app.registry()).map_err(|error| Failure::Internal(error.into()))?;
    Ok(([(header::CONTENT_TYPE, OPENMETRICS)], text).into_response())
}

/// Whether the request comes from a program on this machine, and not through a proxy on it.
fn is_local(peer: Option<SocketAddr>, headers: &HeaderMap) -> bool {
    // Without a connection, tests call the router directly.
    let near = peer.is_none_or(|peer| peer.ip().to_canonical().is_loopback());
    near && !headers.contains_key("x-forwarded-for") && !headers.contains_key(header::FORWARDED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_told() {
        let none = HeaderMap::new();
        let peer = |text: &str| Some(text.parse().unwrap());
        assert!(is_local(peer("127.0.0.1:5000"), &none));
        assert!(is_local(peer("[::ffff:127.0.0.1]:5000"), &none));
        assert!(!is_local(peer("192.0.2.1:5000"), &none));
        let forwarded = HeaderMap::from_iter([(header::FORWARDED, "for=192.0.2.1".parse().unwrap())]);
        assert!(!is_local(peer("127.0.0.1:5000"), &forwarded));
        let forwarded = HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), "192.0.2.1".parse().unwrap())]);
        assert!(!is_local(peer("[::1]:5000"), &forwarded));
    }
}
