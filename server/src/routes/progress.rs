//! `GET /progress`: what the viewer has done so far.

use app::pages::{
    Link,
    progress::{ProgressPage, RecentSubmission, render},
};
use axum::{extract::State, response::Html};
use domain::{AnswerSheetSummary, SubmissionSummary};

use crate::{
    content::{Progress, exercise_link},
    error::Failure,
    identity::Asking,
    page::PageContext,
    paths,
    state::AppState,
};

/// How many submissions are listed.
const RECENT: usize = 20;

/// The page.
pub async fn show(State(app): State<AppState>, asking: Asking, page: PageContext) -> Result<Html<String>, Failure> {
    let progress = Progress::of(app.store(), asking.learner()).await?;
    let (submissions, sheets) = match asking.learner() {
        Some(learner) => (
            app.store().submissions().newest(learner, RECENT).await?,
            app.store().answer_sheets().newest(learner, RECENT).await?,
        ),
        None => Default::default(),
    };
    let content = app.content();
    let catalogue = content.catalogue();
    // What is no longer part of the content is kept in the database and not shown.
    let mut solved: Vec<_> = progress
        .standings()
        .filter_map(|standing| Some((catalogue.exercise_by_id(&standing.exercise)?, standing.solved_at?)))
        .map(|(exercise, at)| (content.full_link(exercise), at))
        .collect();
    solved.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
    let submissions =
        submissions.into_iter().filter_map(|SubmissionSummary { id, exercise, language, created_at, verdict }| {
            let exercise = catalogue.exercise_by_id(&exercise)?;
            let link = Link {
                title: content.full_link(exercise).title,
                href: format!("{}?language={language}&submission={id}", paths::exercise(exercise)),
            };
            Some(RecentSubmission { link, language: Some(language), at: created_at, verdict })
        });
    let sheets = sheets.into_iter().filter_map(|AnswerSheetSummary { exercise, created_at, verdict }| {
        let link = exercise_link(catalogue.exercise_by_id(&exercise)?);
        Some(RecentSubmission { link, language: None, at: created_at, verdict: Some(verdict) })
    });
    let mut recent: Vec<_> = submissions.chain(sheets).collect();
    recent.sort_by_key(|submission| std::cmp::Reverse(submission.at));
    recent.truncate(RECENT);
    let data = ProgressPage {
        lessons: content.lessons_read(&progress),
        exercises: content.exercises_solved(&progress),
        points: content.points(&progress),
        next: content.next(&progress),
        solved,
        projects: content.projects_begun(&progress),
        recent,
    };
    Ok(Html(render(&page.frame(), &data)))
}
