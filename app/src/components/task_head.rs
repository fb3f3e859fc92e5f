//! The head of an exercise's page: where it stands on the road, its title and what it asks of the reader.

use domain::{ExerciseKind, ExerciseState};
use leptos::prelude::*;

use super::{difficulty, plural, state_mark};
use crate::pages::{Link, project::StagePlace};

/// What the head says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TaskHead<'a> {
    /// The title.
    pub title: &'a str,
    /// How it is judged.
    pub kind: ExerciseKind,
    /// The lesson that teaches it.
    pub lesson: Option<&'a Link>,
    /// Where it stands in its project, if it is a stage.
    pub stage: Option<&'a StagePlace>,
    /// How far the viewer is.
    pub state: ExerciseState,
    /// 1 to 10.
    pub difficulty: u8,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// What a pass is worth.
    pub points: u32,
}

/// The head.
pub(crate) fn task_head(head: TaskHead<'_>) -> impl IntoView + use<'_> {
    view! {
        <header class="task-head">
            {head.lesson.map(|lesson| view! {
                <nav class="crumbs" aria-label="Where you are">
                    <a href="/road">"The road"</a>
                    <a href=lesson.href.as_str()>{lesson.title.as_str()}</a>
                    {head.stage.map(|stage| view! {
                        <a href=stage.project.href.as_str()>{stage.project.title.as_str()}</a>
                    })}
                </nav>
            })}
            <h1>{head.title}</h1>
            <p class="task-facts">
                <span id="task-state">{state_mark(head.state)}</span>
                {head.stage.map(|stage| view! { <span>{format!("Stage {} of {}", stage.number, stage.stages.len())}</span> })}
                <span class="tag is-kind">{head.kind.label()}</span>
                <span>{difficulty(head.difficulty)}</span>
                <span>{format!("{} min", head.minutes)}</span>
                <span>{plural(head.points as usize, "point")}</span>
            </p>
        </header>
    }
}
