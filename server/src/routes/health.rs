//! `GET /healthz`: for whoever watches the server.

use axum::{extract::State, http::StatusCode};

use crate::{error::Failure, state::AppState};

/// 200 where the database answers, 503 where it does not.
pub async fn answer(
    State(app): State<AppState>,
) -> Result<(StatusCode, [(&'static str, &'static str); 1], &'static str), Failure> {
    app.store().ping().await?;
    Ok((StatusCode::OK, [("content-type", "text/plain; charset=utf-8")], "ok\n"))
}
