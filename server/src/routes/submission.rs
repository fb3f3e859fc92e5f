//! `GET /submissions/{id}`: asks again for a submission that was being judged.

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::{ExerciseState, SubmissionId, api::SubmissionView};

use crate::{error::Failure, extract::wants_json, identity::Asking, paths, state::AppState};

/// 200 with the report, 202 while it is being judged; a person is led to the page of the exercise.
pub async fn show(
    State(app): State<AppState>,
    Path(id): Path<String>,
    asking: Asking,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let learner = asking.learner().ok_or(Failure::NotFound)?;
    let id = SubmissionId::new(id);
    let submission = app.store().submissions().find(learner, &id).await?.ok_or(Failure::NotFound)?;
    let exercise = &submission.content.exercise;
    if !wants_json(&headers) {
        let content = app.content();
        let exercise = content.catalogue().exercise_by_id(exercise).ok_or(Failure::NotFound)?;
        return Ok(Redirect::to(&format!("{}?submission={id}", paths::exercise(exercise))).into_response());
    }
    let report = app.store().test_runs().report(learner, &id).await?;
    let standing = app.store().standings().find(learner, exercise).await?;
    let solved = standing.is_some_and(|standing| standing.state == ExerciseState::Solved);
    let status = if report.is_some() { StatusCode::OK } else { StatusCode::ACCEPTED };
    let exercise_hash = submission.content.exercise_hash.clone();
    Ok((status, Json(SubmissionView { id, report, solved, exercise_hash })).into_response())
}
