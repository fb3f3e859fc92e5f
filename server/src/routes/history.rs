//! `GET /exercises/{module}/{slug}/submissions`: what the viewer handed in, one against the other; and
//! `POST /exercises/{module}/{slug}/restore`: going on from one of them.

use app::pages::history::{Against, HistoryPage, SetAside, Shown, render};
use axum::{
    extract::{Path, Query, State},
    response::{Html, IntoResponse, Redirect, Response},
};
use curriculum::Exercise;
use domain::{ExerciseState, LearnerId, SourceFile, SubmissionId, SubmissionSummary};
use serde::Deserialize;
use store::Reason;

use super::{draft::draft_hash, exercise::passed_before, place::ExercisePlace};
use crate::{
    content::Content, error::Failure, extract::FormBody, identity::Asking, page::PageContext, paths, state::AppState,
};

/// How many submissions are listed.
const LISTED: usize = 200;

/// What the address asks to see.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The submission to show; the newest where none is named.
    submission: Option<String>,
    /// What to compare it with: `starter`, `solution` or another submission; the one before it where nothing is named.
    #[serde(default)]
    against: String,
}

/// The page.
pub async fn show(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    Query(wanted): Query<Wanted>,
    asking: Asking,
    page: PageContext,
) -> Result<Html<String>, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    if exercise.variants.is_empty() {
        // As for handing in: a quiz has answers, and of a project its stages have code.
        return Err(Failure::NotFound);
    }
    let data = gather(&app, &content, exercise, asking.learner(), &wanted).await?;
    Ok(Html(render(&page.frame(), &data)))
}

async fn gather(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    learner: Option<&LearnerId>,
    wanted: &Wanted,
) -> Result<HistoryPage, Failure> {
    let mut data = HistoryPage {
        title: exercise.title.clone(),
        action: paths::exercise(exercise),
        submissions: Vec::new(),
        shown: None,
        set_aside: Vec::new(),
    };
    let Some(learner) = learner else {
        // A visitor has no submissions, so whatever is named is another person's.
        return if wanted.submission.is_some() { Err(Failure::NotFound) } else { Ok(data) };
    };
    let store = app.store();
    data.submissions = store.submissions().of_exercise(learner, &exercise.id, LISTED).await?;
    data.set_aside = store
        .drafts()
        .history(learner, exercise.draft_id())
        .await?
        .into_iter()
        .map(|lost| SetAside {
            language: lost.language,
            files: lost.files,
            at: lost.displaced_at,
            was_conflict: lost.reason == Reason::Conflict,
        })
        .collect();
    let chosen = match &wanted.submission {
        Some(id) => data.submissions.iter().find(|one| one.id.as_str() == id).ok_or(Failure::NotFound)?,
        None => match data.submissions.first() {
            Some(newest) => newest,
            None => return Ok(data),
        },
    };
    let chosen = chosen.clone();
    let others: Vec<SubmissionSummary> = data
        .submissions
        .iter()
        .filter(|other| other.id != chosen.id && other.language == chosen.language)
        .cloned()
        .collect();
    let mut choices = vec![Against::Starter];
    if knows_solution(app, learner, exercise).await? {
        choices.push(Against::Solution);
    }
    let before = others.iter().find(|other| other.created_at <= chosen.created_at && other.id < chosen.id).cloned();
    choices.extend(others.into_iter().map(Against::Submission));
    let named = choices.iter().find(|choice| match choice {
        Against::Starter => wanted.against == "starter",
        Against::Solution => wanted.against == "solution",
        Against::Submission(other) => wanted.against == other.id.as_str(),
    });
    let against = match named {
        Some(choice) => choice.clone(),
        None if wanted.against.is_empty() => before.map_or(Against::Starter, Against::Submission),
        // Another person's, or the solution for somebody who may not see it yet.
        None => return Err(Failure::NotFound),
    };
    let variant = exercise.variant(chosen.language);
    let other = match &against {
        Against::Starter => passed_before(app, content, exercise, Some(learner))
            .await?
            .remove(&chosen.language)
            .or_else(|| variant.map(|variant| variant.starter.clone()))
            .unwrap_or_default(),
        Against::Solution => variant.map(|variant| variant.solution.clone()).unwrap_or_default(),
        Against::Submission(other) => files(app, learner, &other.id).await?,
    };
    let files = files(app, learner, &chosen.id).await?;
    data.shown = Some(Shown { submission: chosen, files, against, choices, other });
    Ok(data)
}

async fn files(app: &AppState, learner: &LearnerId, id: &SubmissionId) -> Result<Vec<SourceFile>, Failure> {
    let submission = app.store().submissions().find(learner, id).await?.ok_or(Failure::NotFound)?;
    Ok(submission.content.files)
}

/// Whether a learner may see an exercise's solution.
async fn knows_solution(app: &AppState, learner: &LearnerId, exercise: &Exercise) -> Result<bool, Failure> {
    let standing = app.store().standings().find(learner, &exercise.id).await?;
    let solved = standing.is_some_and(|standing| standing.state == ExerciseState::Solved);
    Ok(solved || app.store().solutions_seen().find(learner, &exercise.id).await?.is_some())
}

/// Makes the code of a submission the draft. The draft that was there is set aside.
pub async fn restore(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    asking: Asking,
    FormBody(form): FormBody,
) -> Result<Response, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    let learner = asking.learner().ok_or(Failure::NotFound)?;
    let id = SubmissionId::new(form.text("submission"));
    let submission = app.store().submissions().find(learner, &id).await?.ok_or(Failure::NotFound)?;
    if submission.content.exercise != exercise.id {
        return Err(Failure::NotFound);
    }
    app.limits().write(learner.as_str())?;
    let language = submission.content.language;
    let files = &submission.content.files;
    app.store().drafts().replace(learner, exercise.draft_id(), language, draft_hash(exercise), files).await?;
    Ok(Redirect::to(&format!("{}?language={language}", paths::exercise(exercise))).into_response())
}
