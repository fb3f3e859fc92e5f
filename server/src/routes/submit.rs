//! `POST /exercises/{module}/{slug}/submissions`, and the same of a stage: hands in code.
//!
//! The order matters. What can be refused is refused first; then a place in the queue is taken; only then does a visitor
//! become a guest and the submission is stored. From there on it is kept, whatever happens.

use app::pages::exercise::render;
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use curriculum::Exercise;
use domain::{ExerciseState, Language, LearnerId, Report, SourceFile, SubmissionId, api::SubmissionView};
use store::{DraftSave, NewSubmission, StoreError};

use super::draft::seen_hash;
use super::{
    exercise::{Showing, gather},
    place::ExercisePlace,
    project::check_open,
};
use crate::{
    content::Content,
    error::Failure,
    extract::{EitherBody, wants_json},
    identity::Asking,
    judging::Task,
    page::PageContext,
    paths,
    state::AppState,
    upload::{SubmitJson, Upload},
};

/// Takes a submission; 200 with its report, 202 while it is being judged, 303 to the page for a plain form.
pub async fn submit(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    asking: Asking,
    page: PageContext,
    headers: HeaderMap,
    body: EitherBody<SubmitJson>,
) -> Result<Response, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    if exercise.variants.is_empty() {
        // A quiz takes answers, not code, and of a project its stages take it.
        return Err(Failure::NotFound);
    }
    check_open(&app, &content, exercise, asking.learner()).await?;
    let upload = Upload::of_submission(body);
    match take(&app, &asking, exercise, &upload).await {
        Ok(taken) if wants_json(&headers) => taken.answer(&app, exercise).await,
        Ok(taken) => {
            let to = format!("{}?language={}&submission={}", paths::exercise(exercise), taken.language, taken.id);
            Ok(Redirect::to(&to).into_response())
        }
        Err(failure) if upload.from_form && !wants_json(&headers) => {
            refused(&app, &content, exercise, &asking, &page, upload, failure).await
        }
        Err(failure) => Err(failure),
    }
}

/// A submission that is stored.
struct Taken {
    learner: LearnerId,
    language: Language,
    id: SubmissionId,
    report: Option<Report>,
}

async fn take(app: &AppState, asking: &Asking, exercise: &Exercise, upload: &Upload) -> Result<Taken, Failure> {
    let language = upload.language(&exercise.languages)?;
    let variant = exercise.variant(language).ok_or(Failure::NotFound)?;
    let files = upload.checked(language)?;
    app.limits().run(asking.learner().map(LearnerId::as_str), asking.address())?;
    let place = app.judge().reserve()?;
    let learner = asking.learner_of_page(upload.signed_in).await?;
    if upload.from_form {
        keep_draft(app, &learner, exercise, language, files, &upload.exercise_hash).await?;
    }
    let id = app
        .store()
        .submissions()
        .submit(&NewSubmission {
            learner: learner.clone(),
            exercise: exercise.id.clone(),
            language,
            files: files.to_vec(),
            exercise_hash: exercise.content_hash.clone(),
            runtime_hash: app.judge().runtime_hash(&variant.assessment).to_owned(),
        })
        .await?;
    let task = Task {
        submission: id.clone(),
        learner: learner.to_string(),
        assessment: variant.assessment.clone(),
        files: files.to_vec(),
    };
    let judging = app.judge().start(task, place);
    // A judge that ended early leaves the submission waiting; the next start judges it.
    let report = tokio::time::timeout(app.inline(), judging).await.ok().and_then(Result::ok);
    Ok(Taken { learner, language, id, report })
}

/// Without a script nothing saves drafts, so the code that was sent becomes the draft: the page must show it again.
async fn keep_draft(
    app: &AppState,
    learner: &LearnerId,
    exercise: &Exercise,
    language: Language,
    files: &[SourceFile],
    seen: &str,
) -> Result<(), StoreError> {
    let drafts = app.store().drafts();
    let (draft, hash) = (exercise.draft_id(), seen_hash(exercise, seen));
    let revision = drafts.find(learner, draft, language).await?.map_or(0, |draft| draft.revision);
    if let DraftSave::Conflict(newer) = drafts.save(learner, draft, language, hash, files, revision).await? {
        // Another device saved in between; its code goes to the history and this, which was sent on purpose, stays.
        drafts.save(learner, draft, language, hash, files, newer.revision).await?;
    }
    Ok(())
}

impl Taken {
    async fn answer(self, app: &AppState, exercise: &Exercise) -> Result<Response, Failure> {
        let standing = app.store().standings().find(&self.learner, &exercise.id).await?;
        let solved = standing.is_some_and(|standing| standing.state == ExerciseState::Solved);
        let status = if self.report.is_some() { StatusCode::OK } else { StatusCode::ACCEPTED };
        Ok((
            status,
            Json(SubmissionView {
                id: self.id,
                report: self.report,
                solved,
                exercise_hash: exercise.content_hash.clone(),
            }),
        )
            .into_response())
    }
}

/// The page again, with the code that was sent and why it was not taken.
async fn refused(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    asking: &Asking,
    page: &PageContext,
    upload: Upload,
    failure: Failure,
) -> Result<Response, Failure> {
    failure.log();
    let showing = Showing {
        language: upload.language.parse().ok(),
        typed: Some(upload.files),
        problem: Some(failure.detail()),
        ..Showing::default()
    };
    let data = gather(app, content, exercise, asking.learner(), showing).await?;
    let html = Html(render(&page.frame_at(paths::exercise(exercise)), &data));
    let mut response = (failure.status(), html).into_response();
    if let Some(seconds) = failure.retry_after_s() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}
