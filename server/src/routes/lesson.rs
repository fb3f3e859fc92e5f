//! `GET /road/{module}/{lesson}`: a lesson to read, try and answer.

use app::pages::lesson::{LessonPage, render};
use axum::extract::{Path, State};

use crate::{
    content::{Progress, lesson_link},
    error::Failure,
    identity::Asking,
    page::PageContext,
    paths,
    pieces::Pieces,
    state::AppState,
};

/// The page.
pub async fn show(
    State(app): State<AppState>,
    Path((module, slug)): Path<(String, String)>,
    asking: Asking,
    page: PageContext,
) -> Result<Pieces, Failure> {
    let content = app.content();
    let catalogue = content.catalogue();
    let module = catalogue.module(&module).ok_or(Failure::NotFound)?;
    let lesson = catalogue.lesson(&module.slug, &slug).ok_or(Failure::NotFound)?;
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let data = LessonPage {
        lesson: content.drawn(&lesson.id).ok_or(Failure::NotFound)?,
        exercises: content.exercise_items(lesson, &progress),
        builds_on: catalogue
            .builds_on(lesson)
            .into_iter()
            .map(|earlier| (lesson_link(earlier), progress.has_read(&earlier.id)))
            .collect(),
        previous: catalogue.previous_lesson(&lesson.id).map(lesson_link),
        next: catalogue.next_lesson(&lesson.id).map(lesson_link),
        read: progress.has_read(&lesson.id),
        read_action: format!("{}/read", paths::lesson(lesson)),
    };
    Ok(Pieces::of(render(&page.frame(), &data)))
}
