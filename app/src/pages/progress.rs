//! `/progress`: what the viewer has done so far.

use domain::{Counts, ExerciseKind, Language, Timestamp, Verdict, Viewer};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Frame, Link};
use crate::components::{Icon, VerdictMark, meter, next_card, when};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressPage {
    /// Lessons read.
    pub lessons: Counts,
    /// Exercises solved.
    pub exercises: Counts,
    /// Points earned.
    pub points: Counts,
    /// What comes next on the road.
    pub next: Option<Link>,
    /// Solved exercises, newest first, with the time.
    pub solved: Vec<(Link, Timestamp)>,
    /// Projects that were begun, with the stages passed.
    pub projects: Vec<(Link, Counts)>,
    /// The newest submissions.
    pub recent: Vec<RecentSubmission>,
}

/// A submission in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentSubmission {
    /// The exercise, showing this submission.
    pub link: Link,
    /// Its language; a quiz has none.
    pub language: Option<Language>,
    /// When it was taken.
    pub at: Timestamp,
    /// None while it waits.
    pub verdict: Option<Verdict>,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &ProgressPage) -> String {
    let head = Head::plain("page-progress", "Your progress", "Lessons read, exercises solved and what comes next.");
    document(frame, head, || {
        view! {
            <header class="page-head">
                <h1>"Your progress"</h1>
                {match &frame.viewer {
                    Viewer::Visitor => Some(Either::Left(view! {
                        <p class="lead">"Nothing here yet. Solve an exercise, or mark a lesson as read, and it shows up."</p>
                    })),
                    Viewer::Guest => Some(Either::Right(view! {
                        <p class="notice">
                            "Your progress is kept in this browser. "<a href="/register?next=/progress">"Register"</a>
                            " to keep it for good; "<a href="/login?next=/progress">"log in"</a>" to add it to an account you have."
                        </p>
                    })),
                    Viewer::Account { .. } => None,
                }}
            </header>
            <div class="meters is-cards">
                {meter("Lessons read", page.lessons)}
                {meter("Exercises solved", page.exercises)}
                {meter("Points", page.points)}
            </div>
            {page.next.as_ref().map(|link| next_card("Next for you", link))}
            {(!page.projects.is_empty()).then(|| view! {
                <section aria-labelledby="projects">
                    <h2 id="projects">"Projects"</h2>
                    <ul class="record-list">
                        {page
                            .projects
                            .iter()
                            .map(|(link, stages)| view! {
                                <li class="record">
                                    <a class="row-title" href=link.href.as_str()>{link.title.as_str()}</a>
                                    <span class="row-facts">{format!("{} of {} stages", stages.done, stages.all)}</span>
                                </li>
                            })
                            .collect_view()}
                    </ul>
                </section>
            })}
            <div class="progress-columns">
                <section aria-labelledby="solved">
                    <h2 id="solved">"Solved"</h2>
                    {solved(page)}
                </section>
                <section aria-labelledby="recent">
                    <h2 id="recent">"Latest submissions"</h2>
                    {recent(page)}
                </section>
            </div>
        }
    })
}

fn solved(page: &ProgressPage) -> impl IntoView + use<'_> {
    if page.solved.is_empty() {
        return Either::Left(view! { <p class="empty">"No exercise solved yet."</p> });
    }
    Either::Right(view! {
        <ul class="record-list">
            {page
                .solved
                .iter()
                .map(|(link, at)| view! {
                    <li class="record">
                        <span class="state is-solved">{Icon::Check.view()}<span class="state-word">"Solved"</span></span>
                        <a class="row-title" href=link.href.as_str()>{link.title.as_str()}</a>
                        <span class="row-facts">{when(*at)}</span>
                    </li>
                })
                .collect_view()}
        </ul>
    })
}

fn recent(page: &ProgressPage) -> impl IntoView + use<'_> {
    if page.recent.is_empty() {
        return Either::Left(view! { <p class="empty">"Nothing submitted yet."</p> });
    }
    Either::Right(view! {
        <ul class="record-list">
            {page
                .recent
                .iter()
                .map(|submission| view! {
                    <li class="record">
                        <VerdictMark verdict=submission.verdict />
                        <a class="row-title" href=submission.link.href.as_str()>{submission.link.title.as_str()}</a>
                        <span class="row-facts">{submission.language.map_or(ExerciseKind::Quiz.label(), Language::label)}" · "{when(submission.at)}</span>
                    </li>
                })
                .collect_view()}
        </ul>
    })
}
