//! The stages of a project, as a list on its page and as steps above a stage's task.

use domain::{ExerciseState, StageName};
use leptos::prelude::*;

use super::{Icon, difficulty, state_mark, when};
use crate::pages::StageItem;

/// Every stage with what it is about.
pub(crate) fn stage_list(stages: &[StageItem]) -> impl IntoView + use<'_> {
    view! {
        <ol class="stage-list">
            {stages
                .iter()
                .map(|stage| view! {
                    <li class="stage-row" class:is-closed=!stage.open>
                        <span class="stage-number" aria-hidden="true">{stage.number}</span>
                        <div class="stage-body">
                            <h3 class="stage-title"><a href=stage.link.href.as_str()>{stage.link.title.as_str()}</a></h3>
                            <p class="stage-summary">{stage.summary.as_str()}</p>
                            <p class="row-facts">
                                {stage_state(stage)}
                                {stage.passed_at.map(|at| view! { " "{when(at)} })}
                                {format!(" {} · {} min", difficulty(stage.difficulty), stage.minutes)}
                            </p>
                        </div>
                    </li>
                })
                .collect_view()}
        </ol>
    }
}

/// The stages as numbers in a row; the one on show is marked.
pub(crate) fn stage_steps(stages: &[StageItem], here: u32) -> impl IntoView + use<'_> {
    view! {
        <nav class="stage-steps" aria-label="Stages">
            <ol>
                {stages
                    .iter()
                    .map(|stage| {
                        let state = match (stage.open, stage.state) {
                            (false, _) => "not open yet",
                            (true, ExerciseState::New) => "not tried yet",
                            (true, ExerciseState::Tried) => "tried",
                            (true, ExerciseState::Solved) => "passed",
                        };
                        view! {
                            <li>
                                <a
                                    href=stage.link.href.as_str()
                                    class="stage-step"
                                    class:is-passed=stage.state == ExerciseState::Solved
                                    class:is-closed=!stage.open
                                    aria-current=(stage.number == here).then_some("step")
                                    title=stage.link.title.as_str()
                                >
                                    <span class="visually-hidden">"Stage "</span>
                                    {stage.number}
                                    <span class="visually-hidden">{format!(": {}, {state}", stage.link.title)}</span>
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </nav>
    }
}

fn stage_state(stage: &StageItem) -> impl IntoView + use<> {
    if stage.open {
        return state_mark(stage.state).into_any();
    }
    let before = stage.number.saturating_sub(1);
    view! { <span class="state is-closed">{Icon::Lock.view()}{format!("Opens after stage {before}")}</span> }.into_any()
}

/// Why a stage cannot be worked on yet.
pub(crate) fn closed_sentence(stage: u32, before: &StageName) -> String {
    format!("Stage {stage} opens once stage {}, “{}”, is passed.", before.number, before.title)
}
