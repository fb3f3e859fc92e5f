//! `POST /road/{module}/known`: marks a module as known, or takes the mark away.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::ExerciseState;

use crate::{
    content::Progress,
    error::Failure,
    extract::{FormBody, wants_json},
    identity::Asking,
    paths,
    state::AppState,
};

/// The field `known` says `true` or `false`. Only who solved the module's last exercises may say that they know it.
pub async fn mark(
    State(app): State<AppState>,
    Path(slug): Path<String>,
    asking: Asking,
    headers: HeaderMap,
    FormBody(form): FormBody,
) -> Result<Response, Failure> {
    let content = app.content();
    let module = content.catalogue().module(&slug).ok_or(Failure::NotFound)?;
    let known = match form.text("known") {
        "true" => true,
        "false" => false,
        _ => return Err(Failure::Invalid { detail: "Say true or false.".into(), field: Some("known".into()) }),
    };
    // Whoever has done nothing has nothing to mark, so no guest is made here.
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let exercises = content.catalogue().test_out(module);
    let solved = exercises.iter().all(|exercise| progress.state(&exercise.id) == ExerciseState::Solved);
    if known && (exercises.is_empty() || !solved) {
        return Err(Failure::invalid(
            "Solve the last exercises of this module first. Its page lists them, and you can go straight to them.",
        ));
    }
    let learner = asking.learner_to_write().await?;
    app.limits().write(learner.as_str())?;
    if known {
        app.store().modules().mark_known(&learner, &module.id).await?;
    } else {
        app.store().modules().mark_unknown(&learner, &module.id).await?;
    }
    if wants_json(&headers) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(Redirect::to(&paths::module(module)).into_response())
}
