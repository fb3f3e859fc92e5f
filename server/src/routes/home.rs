//! `GET /`: what this is, and where to begin.

use app::pages::{
    Link,
    home::{HomePage, render},
};
use axum::{extract::State, response::Html};

use crate::{
    content::{Progress, lesson_link},
    error::Failure,
    identity::Asking,
    page::PageContext,
    state::AppState,
};

/// The page.
pub async fn show(State(app): State<AppState>, asking: Asking, page: PageContext) -> Result<Html<String>, Failure> {
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let content = app.content();
    let road = || Link { title: "The road".to_owned(), href: "/road".to_owned() };
    let data = HomePage {
        lessons: content.lessons_read(&progress).all,
        exercises: content.exercises_solved(&progress).all,
        first: content.catalogue().lessons().next().map_or_else(road, lesson_link),
        next: if progress.is_empty() { None } else { content.next(&progress) },
        modules: content.module_items(&progress),
    };
    Ok(Html(render(&page.frame(), &data)))
}
