//! One line a request: method, route, status, time. Never the query, a header or a body: they hold people's words.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};

/// Writes the line when the answer is there.
pub async fn log_requests(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    // The pattern and not the path: ids in paths are nobody's business, and patterns can be counted.
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    tracing::info!(
        target: "backroad::requests",
        "{method} {route} {} {:.1} ms",
        response.status().as_u16(),
        began.elapsed().as_secs_f64() * 1_000.0
    );
    response
}
