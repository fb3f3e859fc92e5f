//! `PUT /exercises/{module}/{slug}/drafts/{language}`, and the same of a stage: saves code as it is being typed.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use curriculum::Exercise;
use domain::{
    Language,
    api::{DraftView, SaveDraft},
    check_files,
};
use store::DraftSave;

use super::{place::ExercisePlace, project::check_open};
use crate::{error::Failure, extract::JsonBody, identity::Asking, state::AppState};

/// 200 with what is kept now, or 409 with what another device saved since.
pub async fn save(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    asking: Asking,
    JsonBody(body): JsonBody<SaveDraft>,
) -> Result<Response, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    let language: Language = place.language().parse().map_err(|_| Failure::NotFound)?;
    exercise.variant(language).ok_or(Failure::NotFound)?;
    check_files(&body.files)?;
    check_open(&app, &content, exercise, asking.learner()).await?;
    let learner = asking.learner_of_page(body.signed_in).await?;
    app.limits().write(learner.as_str())?;
    let (drafts, hash) = (app.store().drafts(), seen_hash(exercise, &body.exercise_hash));
    let saved = drafts.save(&learner, exercise.draft_id(), language, hash, &body.files, body.revision).await?;
    let (status, draft) = match saved {
        DraftSave::Saved(draft) => (StatusCode::OK, draft),
        DraftSave::Conflict(draft) => (StatusCode::CONFLICT, draft),
    };
    Ok((status, Json(DraftView { draft, exercise_hash: exercise.content_hash.clone() })).into_response())
}

/// The content that the author of a draft saw, where their page says it: a page that was opened before a change still saves
/// code for what was there.
pub fn seen_hash<'a>(exercise: &'a Exercise, said: &'a str) -> &'a str {
    let is_hash = said.len() == exercise.content_hash.len() && said.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash && exercise.stage.is_none() { said } else { draft_hash(exercise) }
}

/// The content that a draft is written for. That of a project is written for all of its stages, so none is named.
pub fn draft_hash(exercise: &Exercise) -> &str {
    if exercise.stage.is_some() { "" } else { &exercise.content_hash }
}
