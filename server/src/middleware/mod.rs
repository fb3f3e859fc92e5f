//! What happens to every request, around the handlers: [`surround`] outside of the router, [`enter`] at each route.
//!
//! Two functions that say the order, and not a layer for each part: a layer is copied, with all within it, for every
//! request, and together they cost more than a page.

pub mod cross_site;
pub mod failures;
pub mod headers;
pub mod log;
pub mod timeout;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_sessions::Session;

use self::{
    cross_site::refuse_cross_site,
    failures::Teller,
    headers::{Nonce, secure},
    log::{Line, name_route},
};
use crate::{error::Failure, identity::identify, routes::Access, state::AppState};

/// Around every request: its line in the log, the refusal of other sites, the time limit, failures written out, and the
/// headers of every answer.
pub async fn surround(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let line = Line::begin(&mut request);
    // Before anything is rendered.
    let nonce = Nonce::random();
    let teller = Teller::begin(&app, &nonce, &mut request);
    let response = match refuse_cross_site(&app, &request) {
        Ok(()) => match tokio::time::timeout(app.request_time(), next.run(request)).await {
            Ok(response) => response,
            Err(_) => Failure::Timeout.into_response(),
        },
        Err(failure) => failure.into_response(),
    };
    let mut response = teller.tell(response);
    secure(&app, &nonce, &mut response);
    line.end(response.status());
    response
}

/// What a route says of itself to whoever comes to it.
#[derive(Clone, Copy, Debug)]
pub struct Entrance {
    /// Its path, in axum's notation.
    pub pattern: &'static str,
    /// Who may come in.
    pub access: Access,
}

/// At each route, within the session: who asks, whether they may, and failures written out with the viewer known.
pub async fn enter(
    State((app, entrance)): State<(AppState, Entrance)>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    name_route(&request, entrance.pattern);
    if let Err(failure) = identify(&app, entrance.access, session, &mut request).await {
        return failure.into_response();
    }
    let teller = Teller::of(&app, &request);
    teller.tell(next.run(request).await)
}

/// At a route that looks at no session.
pub async fn enter_openly(State(pattern): State<&'static str>, request: Request, next: Next) -> Response {
    name_route(&request, pattern);
    next.run(request).await
}
