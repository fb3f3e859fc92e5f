//! What no route answers.

use axum::{
    middleware::from_fn_with_state,
    routing::{MethodRouter, any},
};

use super::Access;
use crate::{
    error::Failure,
    middleware::{Entrance, enter},
    state::AppState,
};

/// A path that is not in the table: a page that knows its viewer and leads back.
pub fn not_found(app: &AppState) -> MethodRouter {
    let entrance = Entrance { pattern: "-", access: Access::Public };
    any(async || Failure::NotFound).layer(from_fn_with_state((app.clone(), entrance), enter))
}

/// A path of the table by another method.
pub async fn method_not_allowed() -> Failure {
    Failure::MethodNotAllowed
}
