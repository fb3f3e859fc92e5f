//! A request has so long, its body included; afterwards the client is told.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::error::Failure;

/// Handlers wait at most two seconds for the judge; the rest is for slow connections and a busy disk.
pub const REQUEST: Duration = Duration::from_secs(30);

/// Cuts what takes longer.
pub async fn cut_slow(State(patience): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(patience, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure::Timeout.into_response(),
    }
}
