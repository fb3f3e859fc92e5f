//! `/exercises/{module}/{slug}` of a project: what is built and its stages; and a stage that is not open yet, to be read.

use domain::{Counts, ExerciseKind, ExerciseState, StageName};
use leptos::prelude::*;

use super::{Frame, Link, StageItem};
use crate::components::{
    Icon, TaskHead, closed_sentence, meter, next_card, plural, report_problem, stage_list, stage_steps, task_head,
};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectPage {
    /// The title.
    pub title: String,
    /// The path of this page.
    pub action: String,
    /// What is built, safe HTML.
    pub instructions: String,
    /// That of the hardest stage.
    pub difficulty: u8,
    /// Minutes a learner may need for all stages.
    pub minutes: u32,
    /// What all stages are worth.
    pub points: u32,
    /// The lesson that leads to it.
    pub lesson: Option<Link>,
    /// How far the viewer is.
    pub state: ExerciseState,
    /// Its stages, in order.
    pub stages: Vec<StageItem>,
    /// Where to go once all are passed.
    pub next: Option<Link>,
}

/// A stage that is not open yet.
#[derive(Clone, Debug, PartialEq)]
pub struct StageAheadPage {
    /// The title.
    pub title: String,
    /// How it will be judged.
    pub kind: ExerciseKind,
    /// What it will ask, safe HTML.
    pub instructions: String,
    /// 1 to 10.
    pub difficulty: u8,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// What a pass is worth.
    pub points: u32,
    /// The lesson that leads to the project.
    pub lesson: Option<Link>,
    /// Where it stands.
    pub place: StagePlace,
    /// The stage that must be passed before, and the way to it.
    pub before: (StageName, String),
}

/// Where a stage stands in its project.
#[derive(Clone, Debug, PartialEq)]
pub struct StagePlace {
    /// The project.
    pub project: Link,
    /// The stage's place, from 1.
    pub number: u32,
    /// All stages, in order.
    pub stages: Vec<StageItem>,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &ProjectPage) -> String {
    let description = format!("A project in {}, in which one piece of code grows.", plural(page.stages.len(), "stage"));
    document(frame, Head::plain("page-project", &page.title, &description), || {
        let passed = page.stages.iter().filter(|stage| stage.state == ExerciseState::Solved).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let done = Counts { done: count(passed), all: count(page.stages.len()) };
        let current = page.stages.iter().find(|stage| stage.state != ExerciseState::Solved);
        let words = if page.state == ExerciseState::New { "Begin with" } else { "Go on with" };
        view! {
            <article class="task project">
                {task_head(TaskHead {
                    title: &page.title,
                    kind: ExerciseKind::Project,
                    lesson: page.lesson.as_ref(),
                    stage: None,
                    state: page.state,
                    difficulty: page.difficulty,
                    minutes: page.minutes,
                    points: page.points,
                })}
                <div class="prose" inner_html=page.instructions.as_str()></div>
                <section class="stages" aria-labelledby="stages">
                    <h2 id="stages">"Stages"</h2>
                    {meter("Stages passed", done)}
                    {match current {
                        Some(stage) => next_card(words, &stage.link).into_any(),
                        None => view! {
                            <p class="lead">"All stages are passed."</p>
                            {page.next.as_ref().map(|next| next_card("Next on the road", next))}
                        }
                            .into_any(),
                    }}
                    {stage_list(&page.stages)}
                </section>
                {report_problem(&page.action)}
            </article>
        }
    })
}

/// A stage that is not open yet as a document.
#[must_use]
pub fn render_ahead(frame: &Frame, page: &StageAheadPage) -> String {
    let (before, way) = &page.before;
    let sentence = closed_sentence(page.place.number, before);
    document(frame, Head::plain("page-project", &page.title, &sentence), || {
        view! {
            <article class="task project">
                {task_head(TaskHead {
                    title: &page.title,
                    kind: page.kind,
                    lesson: page.lesson.as_ref(),
                    stage: Some(&page.place),
                    state: ExerciseState::New,
                    difficulty: page.difficulty,
                    minutes: page.minutes,
                    points: page.points,
                })}
                {stage_steps(&page.place.stages, page.place.number)}
                <p class="notice">
                    {Icon::Lock.view()}{sentence.as_str()}" "<a href=way.as_str()>{format!("Go to stage {}", before.number)}</a>
                </p>
                <div class="prose" inner_html=page.instructions.as_str()></div>
            </article>
        }
    })
}
