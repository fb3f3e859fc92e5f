//! One line a request: method, route, status, time. Never the query, a header or a body: they hold people's words.

use std::{
    sync::{Arc, OnceLock},
    time::Instant,
};

use axum::{
    extract::Request,
    http::{Method, StatusCode},
};

/// The pattern of the route that a request meets further in, for the line written outside of everything. The pattern and
/// not the path: ids in paths are nobody's business, and patterns can be counted.
#[derive(Clone, Debug, Default)]
struct Route(Arc<OnceLock<&'static str>>);

/// A line that is begun when a request comes in.
pub struct Line {
    began: Instant,
    method: Method,
    route: Route,
}

impl Line {
    /// Begins it, and lets [`name_route`] add to it.
    pub fn begin(request: &mut Request) -> Self {
        let route = Route::default();
        request.extensions_mut().insert(route.clone());
        Self { began: Instant::now(), method: request.method().clone(), route }
    }

    /// Writes it when the answer is there.
    pub fn end(self, status: StatusCode) {
        tracing::info!(
            target: "backroad::requests",
            "{} {} {} {:.1} ms",
            self.method,
            self.route.0.get().unwrap_or(&"-"),
            status.as_u16(),
            self.began.elapsed().as_secs_f64() * 1_000.0
        );
    }
}

/// Tells the line which route this is.
pub fn name_route(request: &Request, pattern: &'static str) {
    if let Some(route) = request.extensions().get::<Route>() {
        // A request meets one route.
        let _ = route.0.set(pattern);
    }
}
