//! `POST /road/{module}/{lesson}/read`: marks a lesson as read, or takes the mark away.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    error::Failure,
    extract::{FormBody, wants_json},
    identity::Asking,
    paths,
    state::AppState,
};

/// The field `read` says `true` or `false`.
pub async fn mark(
    State(app): State<AppState>,
    Path((module, slug)): Path<(String, String)>,
    asking: Asking,
    headers: HeaderMap,
    FormBody(form): FormBody,
) -> Result<Response, Failure> {
    let content = app.content();
    let lesson = content.catalogue().lesson(&module, &slug).ok_or(Failure::NotFound)?;
    let read = match form.text("read") {
        "true" => true,
        "false" => false,
        _ => return Err(Failure::Invalid { detail: "Say true or false.".into(), field: Some("read".into()) }),
    };
    let learner = asking.learner_to_write().await?;
    app.limits().write(learner.as_str())?;
    if read {
        app.store().lessons().mark_read(&learner, &lesson.id).await?;
    } else {
        app.store().lessons().mark_unread(&learner, &lesson.id).await?;
    }
    if wants_json(&headers) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let to = paths::own(form.text("next"), &paths::lesson(lesson));
    Ok(Redirect::to(&to).into_response())
}
