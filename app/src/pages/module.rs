//! `/road/{module}`: what a module teaches, lesson by lesson.

use leptos::prelude::*;

use super::{Frame, Link, ModuleItem};
use crate::components::{lesson_row, meter, pager};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ModulePage {
    /// The module.
    pub module: ModuleItem,
    /// Its introduction, safe HTML.
    pub intro: String,
    /// The module before it.
    pub previous: Option<Link>,
    /// The module after it.
    pub next: Option<Link>,
}

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
                {meter("Lessons and exercises done", module.done)}
            </header>
            <div class="prose" inner_html=page.intro.as_str()></div>
            <section class="stretch" aria-labelledby="lessons">
                <h2 id="lessons">"Lessons"</h2>
                <ol class="stops">{module.lessons.iter().map(|lesson| lesson_row(lesson, None)).collect_view()}</ol>
            </section>
            {pager("Modules", page.previous.as_ref(), page.next.as_ref())}
        }
    })
}
