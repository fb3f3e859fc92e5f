//! `GET /road/{module}`: what a module teaches, lesson by lesson.

use app::pages::module::{ModulePage, render};
use axum::{
    extract::{Path, State},
    response::Html,
};

use crate::{
    content::{Progress, module_link},
    error::Failure,
    identity::Asking,
    page::PageContext,
    state::AppState,
};

/// The page.
pub async fn show(
    State(app): State<AppState>,
    Path(slug): Path<String>,
    asking: Asking,
    page: PageContext,
) -> Result<Html<String>, Failure> {
    let content = app.content();
    let modules = content.catalogue().modules();
    let place = modules.iter().position(|module| module.slug == slug).ok_or(Failure::NotFound)?;
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let data = ModulePage {
        module: content.module_item(&modules[place], &progress),
        intro: modules[place].intro_html.clone(),
        test_out: content
            .catalogue()
            .test_out(&modules[place])
            .into_iter()
            .map(|exercise| content.exercise_item(exercise, &progress))
            .collect(),
        previous: place.checked_sub(1).and_then(|place| modules.get(place)).map(module_link),
        next: modules.get(place + 1).map(module_link),
    };
    Ok(Html(render(&page.frame(), &data)))
}
