//! `POST /try` from a plain form: the code and what it printed.

use domain::{Language, RunOutcome};
use leptos::prelude::*;

use super::Frame;
use crate::components::{Html, Icon, run_output, textarea_text};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct TryResultPage {
    /// The language.
    pub language: Language,
    /// The code that ran, to be edited and run again.
    pub code: String,
    /// What came of it.
    pub outcome: RunOutcome,
    /// The page it came from: a path of ours.
    pub back: String,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &TryResultPage) -> String {
    let head = Head::plain("page-try", "What your code printed", "The code you tried and what came of it.");
    let label = format!("{} code", page.language.label());
    let mut output = Html::default();
    run_output(&mut output, &page.outcome);
    document(frame, head, || {
        view! {
            <header class="page-head">
                <nav class="crumbs" aria-label="Where you are"><a href=page.back.as_str()>"Back to the lesson"</a></nav>
                <h1>"What your code printed"</h1>
            </header>
            <section class="try is-page" aria-label="The result">
                <div class="try-output" inner_html=output.finish()></div>
                <form class="try-form" method="post" action="/try">
                    <input type="hidden" name="language" value=page.language.as_str() />
                    <input type="hidden" name="back" value=page.back.as_str() />
                    <textarea
                        class="try-write code-area"
                        name="code"
                        aria-label=label
                        rows=page.code.lines().count().clamp(6, 40)
                        spellcheck="false"
                        autocapitalize="off"
                        autocomplete="off"
                        inner_html=textarea_text(&page.code)
                    ></textarea>
                    <p class="try-actions"><button class="button is-run">{Icon::Play.view()}"Run again"</button></p>
                </form>
            </section>
        }
    })
}
