//! `/road`: every module and lesson, with the viewer's progress.

use domain::Counts;
use leptos::prelude::*;

use super::{Frame, Link, ModuleItem};
use crate::components::{lesson_row, meter, next_card};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadPage {
    /// In order.
    pub modules: Vec<ModuleItem>,
    /// Lessons read.
    pub lessons: Counts,
    /// Exercises solved.
    pub exercises: Counts,
    /// The first lesson not read or exercise not solved; none when all is done.
    pub next: Option<Link>,
}

impl RoadPage {
    fn begun(&self) -> bool {
        self.lessons.done + self.exercises.done > 0
    }
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &RoadPage) -> String {
    let head =
        Head::plain("page-road", "The road", "Every module, lesson and exercise, in the order in which to learn.");
    document(frame, head, || {
        view! {
            <header class="page-head">
                <h1>"The road"</h1>
                <p class="lead">"From how the web works to a first job in the back end. Lessons in order, each with something to do."</p>
                <div class="meters">{meter("Lessons read", page.lessons)}{meter("Exercises solved", page.exercises)}</div>
                {match &page.next {
                    Some(link) => leptos::either::Either::Left(
                        next_card(if page.begun() { "Next for you" } else { "Start here" }, link),
                    ),
                    None => leptos::either::Either::Right(view! {
                        <p class="next-card is-done"><span class="next-words">"You have done all there is so far. Well driven."</span></p>
                    }),
                }}
            </header>
            {page.modules.iter().map(|module| module_stretch(module, page.next.as_ref())).collect_view()}
        }
    })
}

/// A module as a stretch of road with its stops.
fn module_stretch<'a>(module: &'a ModuleItem, next: Option<&'a Link>) -> impl IntoView + use<'a> {
    let heading = format!("module-{}", module.number);
    let labelled_by = heading.clone();
    view! {
        <section class="stretch" aria-labelledby=labelled_by>
            <header class="stretch-head">
                <span class="sign" aria-hidden="true">{module.number}</span>
                <div>
                    <h2 id=heading>
                        <a href=module.link.href.as_str()>
                            <span class="visually-hidden">{format!("Module {}: ", module.number)}</span>
                            {module.link.title.as_str()}
                        </a>
                    </h2>
                    <p class="stretch-summary">{module.summary.as_str()}</p>
                    {meter("Done", module.done)}
                </div>
            </header>
            <ol class="stops">{module.lessons.iter().map(|lesson| lesson_row(lesson, next)).collect_view()}</ol>
        </section>
    }
}
