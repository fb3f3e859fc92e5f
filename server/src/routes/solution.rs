//! `POST /exercises/{module}/{slug}/solution`: gives an exercise up, for its solution.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{place::ExercisePlace, project::check_open};
use crate::{error::Failure, identity::Asking, paths, state::AppState};

/// Notes it, and leads to the explanation.
pub async fn give_up(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    asking: Asking,
) -> Result<Response, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    if exercise.languages.is_empty() {
        // A quiz explains itself.
        return Err(Failure::NotFound);
    }
    check_open(&app, &content, exercise, asking.learner()).await?;
    let learner = asking.learner_to_write().await?;
    app.limits().write(learner.as_str())?;
    app.store().solutions_seen().give_up(&learner, &exercise.id).await?;
    Ok(Redirect::to(&format!("{}#explanation", paths::exercise(exercise))).into_response())
}
