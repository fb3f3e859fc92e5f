//! `GET /road`: every module and lesson, with the viewer's progress.

use app::pages::road::{RoadPage, render};
use axum::{extract::State, response::Html};

use crate::{content::Progress, error::Failure, identity::Asking, page::PageContext, state::AppState};

/// The page.
pub async fn show(State(app): State<AppState>, asking: Asking, page: PageContext) -> Result<Html<String>, Failure> {
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let content = app.content();
    let data = RoadPage {
        modules: content.module_items(&progress),
        lessons: content.lessons_read(&progress),
        exercises: content.exercises_solved(&progress),
        next: content.next(&progress),
    };
    Ok(Html(render(&page.frame(), &data)))
}
