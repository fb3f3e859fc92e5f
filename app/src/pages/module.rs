//! `/road/{module}`: what a module teaches, lesson by lesson, and how to show that one knows it already.

use domain::{ExerciseState, StretchState};
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use super::road::{builds_on, known_tag, lessons_map, time_words};
use super::{ExerciseItem, Frame, Link, ModuleItem};
use crate::components::{Icon, exercise_row, lesson_row, meter, pager};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ModulePage {
    /// The module.
    pub module: ModuleItem,
    /// Its introduction, safe HTML.
    pub intro: String,
    /// The exercises that show that somebody knows it already; none where all of it is a quiz or less.
    pub test_out: Vec<ExerciseItem>,
    /// The module before it.
    pub previous: Option<Link>,
    /// The module after it.
    pub next: Option<Link>,
}

/// Fewer lessons than this need no map.
const WORTH_A_MAP: usize = 3;

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &ModulePage) -> String {
    let module = &page.module;
    document(frame, Head::plain("page-module", &module.link.title, &module.summary), || {
        view! {
            <header class="page-head">
                <nav class="crumbs" aria-label="Where you are"><a href="/road">"The road"</a></nav>
                <div class="titled-sign">
                    <span class="sign is-large" aria-hidden="true">{module.number}</span>
                    <h1><span class="visually-hidden">{format!("Module {}: ", module.number)}</span>{module.link.title.as_str()}</h1>
                </div>
                <p class="lead">{module.summary.as_str()}</p>
                <p class="stretch-facts">
                    <a class="tag" href=format!("/road?pillar={}", module.pillar)>{module.pillar.label()}</a>
                    {known_tag(module.state)}
                    <span>{Icon::Clock.view()}{time_words(module.minutes)}</span>
                </p>
                {builds_on(&module.builds_on)}
                {meter("Lessons and exercises done", module.done)}
            </header>
            <div class="prose" inner_html=page.intro.as_str()></div>
            {(module.lessons.len() >= WORTH_A_MAP).then(|| view! {
                <details class="road-map is-folded">
                    <summary>"How the lessons build on each other"</summary>
                    <div inner_html=lessons_map(&module.lessons)></div>
                </details>
            })}
            <section class="stretch" aria-labelledby="lessons">
                <h2 id="lessons">"Lessons"</h2>
                <ol class="stops">{module.lessons.iter().map(|lesson| lesson_row(lesson, None)).collect_view()}</ol>
            </section>
            {test_out(page)}
            {pager("Modules", page.previous.as_ref(), page.next.as_ref())}
        }
    })
}

/// For those who know all of it already. The server lets nobody mark it who has not solved them.
fn test_out(page: &ModulePage) -> impl IntoView + use<'_> {
    let module = &page.module;
    if page.test_out.is_empty() || module.state == StretchState::Done {
        return None;
    }
    let solved = page.test_out.iter().all(|exercise| exercise.state == ExerciseState::Solved);
    let action = format!("{}/known", module.link.href);
    Some(view! {
        <section class="test-out" aria-labelledby="test-out">
            <h2 id="test-out">"Know this already?"</h2>
            {match (module.state == StretchState::Known, solved) {
                (true, _) => EitherOf3::A(view! {
                    <p>"You showed that you know this module, so the road leads you past it. Its lessons stay open."</p>
                    <form method="post" action=action>
                        <input type="hidden" name="known" value="false" />
                        <button class="button is-quiet">"Take it back"</button>
                    </form>
                }),
                (false, true) => EitherOf3::B(view! {
                    <p>"You solved the last exercises of this module. If the rest is no news to you, mark it as known, and the road leads you past it."</p>
                    <form method="post" action=action>
                        <input type="hidden" name="known" value="true" />
                        <button class="button">{Icon::Check.view()}"Mark this module as known"</button>
                    </form>
                }),
                (false, false) => EitherOf3::C(view! {
                    <p>"Solve the exercises at its end, and you can mark the whole module as known. No reading needed."</p>
                }),
            }}
            {if solved { Either::Left(()) } else { Either::Right(view! {
                <ul class="exercise-list">{page.test_out.iter().map(exercise_row).collect_view()}</ul>
            }) }}
        </section>
    })
}
