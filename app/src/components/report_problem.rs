//! A form by which a reader says what is wrong with a page.

use domain::MAX_MESSAGE_BYTES;
use leptos::prelude::*;

/// The form, folded away. `page` is the path that the report is about.
pub(crate) fn report_problem(page: &str) -> impl IntoView + use<> {
    let page = page.to_owned();
    view! {
        <details class="report-problem">
            <summary>"Report a problem"</summary>
            <form method="post" action="/problems">
                <input type="hidden" name="page" value=page />
                <label>
                    "What is wrong on this page? A typing slip, an unclear task, a test that is unfair: whoever runs this installation reads it."
                    <textarea name="message" rows="4" required=true maxlength=MAX_MESSAGE_BYTES autocomplete="off"></textarea>
                </label>
                <button class="button is-small">"Send the report"</button>
            </form>
        </details>
    }
}
