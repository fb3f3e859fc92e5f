//! Every route there is, in one table.
//!
//! The router is built from [`table`] (and the files below `/assets/`), so a handler that is not listed cannot be reached, and
//! tests can walk the list: who may call it, whether it changes something, how much it takes.

pub mod account;
mod answer;
mod draft;
mod exercise;
mod fallback;
mod health;
mod history;
mod home;
mod known;
mod lesson;
mod login;
mod logout;
mod metrics;
mod module;
mod place;
mod problems;
mod progress;
mod project;
mod quiz;
mod read;
mod register;
mod road;
mod run;
mod solution;
mod spec;
mod submission;
mod submit;
mod theme;
mod try_code;

use axum::{Router, middleware::from_fn_with_state};
use tower::ServiceBuilder;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};
use tower_sessions::{SessionManagerLayer, cookie::SameSite};

pub use draft::draft_hash;
pub use spec::{Access, Body, Kind, RouteSpec};

use crate::{
    error::Failure,
    middleware::{enter_openly, surround},
    session_store::RenewableSessions,
    state::AppState,
};

/// Every route.
pub fn table() -> Vec<RouteSpec> {
    use Access::{Administrator, LearnerCreated, Open, Owner, Public};
    vec![
        RouteSpec::get("/", Public, home::show),
        RouteSpec::get("/road", Public, road::show),
        RouteSpec::get("/road/{module}", Public, module::show),
        RouteSpec::post("/road/{module}/known", LearnerCreated, Body::Form, known::mark),
        RouteSpec::get("/road/{module}/{lesson}", Public, lesson::show),
        RouteSpec::post("/road/{module}/{lesson}/read", LearnerCreated, Body::Form, read::mark),
        RouteSpec::get("/exercises/{module}/{slug}", Public, exercise::show),
        RouteSpec::post("/exercises/{module}/{slug}/submissions", LearnerCreated, Body::Code, submit::submit),
        RouteSpec::get("/exercises/{module}/{slug}/submissions", Public, history::show),
        RouteSpec::post("/exercises/{module}/{slug}/restore", LearnerCreated, Body::Form, history::restore),
        RouteSpec::post("/exercises/{module}/{slug}/solution", LearnerCreated, Body::Form, solution::give_up),
        RouteSpec::post("/exercises/{module}/{slug}/run", Public, Body::Code, run::run),
        RouteSpec::get("/exercises/{module}/{slug}/stages/{stage}/submissions", Public, history::show),
        RouteSpec::post(
            "/exercises/{module}/{slug}/stages/{stage}/restore",
            LearnerCreated,
            Body::Form,
            history::restore,
        ),
        RouteSpec::post(
            "/exercises/{module}/{slug}/stages/{stage}/solution",
            LearnerCreated,
            Body::Form,
            solution::give_up,
        ),
        RouteSpec::post("/exercises/{module}/{slug}/stages/{stage}/run", Public, Body::Code, run::run),
        RouteSpec::post("/exercises/{module}/{slug}/answers", LearnerCreated, Body::Form, answer::hand_in),
        RouteSpec::put("/exercises/{module}/{slug}/drafts/{language}", LearnerCreated, Body::Code, draft::save),
        RouteSpec::get("/exercises/{module}/{slug}/stages/{stage}", Public, exercise::show),
        RouteSpec::post(
            "/exercises/{module}/{slug}/stages/{stage}/submissions",
            LearnerCreated,
            Body::Code,
            submit::submit,
        ),
        RouteSpec::put(
            "/exercises/{module}/{slug}/stages/{stage}/drafts/{language}",
            LearnerCreated,
            Body::Code,
            draft::save,
        ),
        RouteSpec::get("/submissions/{id}", Owner, submission::show),
        RouteSpec::post("/try", Public, Body::Code, try_code::run),
        RouteSpec::get("/progress", Public, progress::show),
        RouteSpec::get("/register", Public, register::show),
        RouteSpec::post("/register", Public, Body::Form, register::register),
        RouteSpec::get("/login", Public, login::show),
        RouteSpec::post("/login", Public, Body::Form, login::log_in),
        RouteSpec::post("/logout", Public, Body::Form, logout::log_out),
        RouteSpec::post("/problems", Public, Body::Form, problems::file),
        RouteSpec::get("/admin/problems", Administrator, problems::show),
        RouteSpec::post("/admin/problems/{id}/settle", Administrator, Body::Form, problems::settle),
        RouteSpec::post("/theme", Public, Body::Form, theme::choose),
        RouteSpec::get("/healthz", Open, health::answer),
        RouteSpec::get("/metrics", Open, metrics::show),
    ]
}

/// The whole application: the table, the client files, and what surrounds every request.
///
/// From the outside in: compression, what [`surround`] does, panics caught, the session; then for each route what
/// [`enter`](crate::middleware::enter) does, and the handler.
pub fn router(app: AppState) -> Router {
    let mut routes = Router::new();
    for spec in table() {
        routes = routes.route(spec.path, spec.into_method_router(&app));
    }
    let session = SessionManagerLayer::new(RenewableSessions(app.store().sessions()))
        .with_name(app.exposure().session_cookie())
        .with_secure(app.is_https())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/");
    let routes: Router = routes
        .method_not_allowed_fallback(fallback::method_not_allowed)
        .fallback_service(fallback::not_found(&app))
        .layer(session)
        .merge(app.site().router().layer(from_fn_with_state("/assets/{file}", enter_openly)))
        .with_state(app.clone());
    // Around the router and not on it: a layer on a router is copied, with all below it, for every request.
    let surrounded = ServiceBuilder::new()
        // Level 4 of brotli costs a page some tenths of a millisecond; higher levels save little more.
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)))
        .layer(from_fn_with_state(app, surround))
        .layer(CatchPanicLayer::custom(panicked))
        .service(routes);
    Router::new().fallback_service(surrounded)
}

/// A panic fails one request and not the server. What it said is for the log.
fn panicked(payload: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    use axum::response::IntoResponse;

    let text = payload.downcast_ref::<String>().map(String::as_str).or_else(|| payload.downcast_ref::<&str>().copied());
    Failure::Internal(anyhow::anyhow!("a handler panicked: {}", text.unwrap_or("no text"))).into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::Method;

    use super::*;

    #[test]
    fn what_changes_something_is_never_a_get() {
        for spec in table() {
            assert_eq!(spec.kind == Kind::Reads, spec.method == Method::GET, "{} {}", spec.method, spec.path);
        }
    }

    #[test]
    fn only_changes_create_learners() {
        for spec in table().into_iter().filter(|spec| spec.access == Access::LearnerCreated) {
            assert_eq!(spec.kind, Kind::Changes, "{}", spec.path);
        }
    }
}
