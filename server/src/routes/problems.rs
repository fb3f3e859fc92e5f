//! `POST /problems`: a reader says what is wrong with a page; `GET /admin/problems` and
//! `POST /admin/problems/{id}/settle`: whoever runs the installation reads it and settles it.

use app::pages::problems::{ProblemsPage, render, render_thanks};
use axum::{
    extract::{Path, State},
    response::{Html, IntoResponse, Redirect, Response},
};
use domain::{MAX_MESSAGE_BYTES, visible_text};
use store::StoreError;

use crate::{
    error::Failure, extract::FormBody, identity::Asking, page::PageContext, paths, state::AppState, upload::typed,
};

/// How many reports are listed.
const LISTED: usize = 200;

/// Keeps a report.
pub async fn file(
    State(app): State<AppState>,
    asking: Asking,
    page: PageContext,
    FormBody(form): FormBody,
) -> Result<Response, Failure> {
    let about = paths::own(form.text("page"), "/");
    let message = visible_text(typed(form.text("message")).trim());
    let wrong = |detail: String| Failure::Invalid { detail, field: Some("message".to_owned()) };
    if message.is_empty() {
        return Err(wrong("Say in a few words what is wrong. Go back: the form is still there.".to_owned()));
    }
    if message.len() > MAX_MESSAGE_BYTES {
        return Err(wrong(format!(
            "That is more than the {MAX_MESSAGE_BYTES} bytes that a report may have. Go back: what you typed is still there."
        )));
    }
    app.limits().report(asking.address())?;
    app.store().problem_reports().file(asking.learner(), &about, &message).await?;
    Ok(Html(render_thanks(&page.frame_at(about.clone()), &about)).into_response())
}

/// The list.
pub async fn show(State(app): State<AppState>, page: PageContext) -> Result<Html<String>, Failure> {
    let problems = app.store().problem_reports();
    let data = ProblemsPage { reports: problems.newest(LISTED).await?, open: problems.count_open().await? };
    Ok(Html(render(&page.frame(), &data)))
}

/// Settles one.
pub async fn settle(State(app): State<AppState>, Path(id): Path<String>) -> Result<Response, Failure> {
    match app.store().problem_reports().settle(&id).await {
        Ok(()) => Ok(Redirect::to("/admin/problems").into_response()),
        Err(StoreError::NotFound) => Err(Failure::NotFound),
        Err(error) => Err(error.into()),
    }
}
