//! Turns a [`Failure`] into what the client can read: a page with a way back, or `application/problem+json`.

use std::sync::Arc;

use axum::{
    extract::Request,
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};

use app::pages::error::ErrorPage;

use crate::{
    error::{Failure, Pending},
    middleware::headers::Nonce,
    page::PageContext,
    state::AppState,
};

/// What must be known of a request to tell it of a failure, once the request itself is gone.
///
/// It is taken twice on the way in: outside of everything, for what fails before anybody knows who asks, and within the
/// session, where the page can greet its viewer.
pub struct Teller(PageContext);

impl Teller {
    /// Of a request on its way in.
    pub fn begin(app: &AppState, nonce: &Nonce, request: &mut Request) -> Self {
        Self(PageContext::begin(app, nonce, request))
    }

    /// Of a request whose sender is known.
    pub fn of(app: &AppState, request: &Request) -> Self {
        Self(PageContext::of(app, request.extensions()))
    }

    /// Writes a failure out; any other answer stays as it is.
    pub fn tell(&self, response: Response) -> Response {
        let Some(failure) = failure_of(&response) else { return response };
        failure.log();
        let mut written = if self.0.wants_json() { problem(&failure) } else { page(&self.0, &failure) };
        // What layers around the handler have set stays: `Allow` of a 405, cookies.
        for (name, value) in response.headers() {
            if *name != header::CONTENT_LENGTH && !written.headers().contains_key(name) {
                written.headers_mut().append(name, value.clone());
            }
        }
        if let Some(seconds) = failure.retry_after_s() {
            written.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        written
    }
}

/// The failure that a handler returned, or that a bare error status of some layer stands for.
fn failure_of(response: &Response) -> Option<Arc<Failure>> {
    if let Some(Pending(failure)) = response.extensions().get() {
        return Some(Arc::clone(failure));
    }
    let status = response.status();
    let bare = !response.headers().contains_key(header::CONTENT_TYPE) || is_plain_text(response);
    ((status.is_client_error() || status.is_server_error()) && bare).then(|| Arc::new(Failure::from_status(status)))
}

/// Words of a library, not ours.
fn is_plain_text(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn problem(failure: &Failure) -> Response {
    let body = serde_json::to_string(&failure.problem()).unwrap_or_default();
    (failure.status(), [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}

fn page(context: &PageContext, failure: &Failure) -> Response {
    let page =
        ErrorPage { status: failure.status().as_u16(), title: failure.title().to_owned(), detail: failure.detail() };
    (failure.status(), Html(app::pages::error::render(&context.frame(), &page))).into_response()
}
