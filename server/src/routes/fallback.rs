//! What no route answers.

use axum::{
    middleware::from_fn_with_state,
    routing::{MethodRouter, any},
};

use super::Access;
use crate::{error::Failure, identity::identify, middleware::failures::answer_failures, state::AppState};

/// A path that is not in the table: a page that knows its viewer and leads back.
pub fn not_found(app: &AppState) -> MethodRouter {
    any(async || Failure::NotFound)
        .layer(from_fn_with_state(app.clone(), answer_failures))
        .layer(from_fn_with_state((app.clone(), Access::Public), identify))
}

/// A path of the table by another method.
pub async fn method_not_allowed() -> Failure {
    Failure::MethodNotAllowed
}
