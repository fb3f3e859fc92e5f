//! `GET /road`: every module and lesson, with the viewer's progress.

use app::pages::road::{RoadPage, render};
use axum::{
    extract::{Query, State},
    response::Html,
};
use serde::Deserialize;

use crate::{content::Progress, error::Failure, identity::Asking, page::PageContext, state::AppState};

/// What the address asks to see.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The one pillar to list; everything where none or an unknown one is named.
    #[serde(default)]
    pillar: String,
}

/// The page.
pub async fn show(
    State(app): State<AppState>,
    Query(wanted): Query<Wanted>,
    asking: Asking,
    page: PageContext,
) -> Result<Html<String>, Failure> {
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let content = app.content();
    let data = RoadPage {
        modules: content.module_items(&progress),
        pillar: wanted.pillar.parse().ok(),
        lessons: content.lessons_read(&progress),
        exercises: content.exercises_solved(&progress),
        next: content.next(&progress),
    };
    Ok(Html(render(&page.frame(), &data)))
}
