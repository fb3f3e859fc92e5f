//! Exercises and lessons in lists, and the ways onward.

use domain::StretchState;
use leptos::prelude::*;

use super::{Icon, plural, state_mark};
use crate::pages::{ExerciseItem, LessonItem, Link};

/// Difficulty, 1 to 10, in three words.
pub(crate) fn difficulty(level: u8) -> &'static str {
    match level {
        0..=3 => "easy",
        4..=6 => "medium",
        _ => "hard",
    }
}

/// One exercise.
pub(crate) fn exercise_row(item: &ExerciseItem) -> impl IntoView + use<'_> {
    let stages = item.stages.map_or_else(String::new, |stages| format!(" · {} of {} stages", stages.done, stages.all));
    let facts = format!("{} · {} · {} min{stages}", item.kind.label(), difficulty(item.difficulty), item.minutes);
    view! {
        <li class="exercise-row">
            {state_mark(item.state)}
            <a class="row-title" href=item.link.href.as_str()>{item.link.title.as_str()}</a>
            <span class="row-facts">{facts}</span>
        </li>
    }
}

/// One lesson with its exercises, as a stop on the road.
pub(crate) fn lesson_row<'a>(item: &'a LessonItem, next: Option<&'a Link>) -> impl IntoView + use<'a> {
    let here = next.is_some_and(|next| item.holds(next));
    let class = match (item.state() == StretchState::Done, here) {
        (_, true) => "stop is-here",
        (true, false) => "stop is-done",
        (false, false) => "stop",
    };
    view! {
        <li class=class aria-current=here.then_some("step")>
            <div class="stop-body">
                <h3 class="stop-title">
                    <a href=item.link.href.as_str()>{item.link.title.as_str()}</a>
                    {here.then(|| view! { <span class="tag is-here">"You are here"</span> })}
                    {item.read.then(|| view! { <span class="tag is-done">{Icon::Check.view()}"Read"</span> })}
                </h3>
                <p class="stop-summary">{item.summary.as_str()}</p>
                <p class="stop-facts">{Icon::Clock.view()}{format!("{} min of reading", item.minutes)}</p>
                {(!item.exercises.is_empty()).then(|| view! {
                    <ul class="exercise-list" aria-label=plural(item.exercises.len(), "exercise")>
                        {item.exercises.iter().map(exercise_row).collect_view()}
                    </ul>
                })}
            </div>
        </li>
    }
}

/// The one thing to do next.
pub(crate) fn next_card<'a>(words: &'static str, link: &'a Link) -> impl IntoView + use<'a> {
    view! {
        <p class="next-card">
            <span class="next-words">{words}</span>
            <a class="button is-primary" href=link.href.as_str()>{link.title.as_str()}{Icon::Next.view()}</a>
        </p>
    }
}

/// The neighbours of a page on the road.
pub(crate) fn pager<'a>(
    label: &'static str,
    previous: Option<&'a Link>,
    next: Option<&'a Link>,
) -> impl IntoView + use<'a> {
    view! {
        <nav class="pager" aria-label=label>
            {previous.map(|link| view! {
                <a class="pager-previous" rel="prev" href=link.href.as_str()>
                    <span class="pager-words">{Icon::Previous.view()}"Previous"</span>
                    <span class="pager-title">{link.title.as_str()}</span>
                </a>
            })}
            {next.map(|link| view! {
                <a class="pager-next" rel="next" href=link.href.as_str()>
                    <span class="pager-words">"Next"{Icon::Next.view()}</span>
                    <span class="pager-title">{link.title.as_str()}</span>
                </a>
            })}
        </nav>
    }
}
