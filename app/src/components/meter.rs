//! Done of all, as a bar and as words.

use domain::Counts;
use leptos::prelude::*;

/// A labelled bar. The words say all that the bar does.
pub(crate) fn meter(label: &'static str, counts: Counts) -> impl IntoView {
    view! {
        <div class="meter">
            <p class="meter-words">
                <span class="meter-label">{label}</span>
                <span class="meter-count"><strong>{counts.done}</strong>{format!(" of {}", counts.all)}</span>
            </p>
            <progress class="meter-bar" max=counts.all.max(1) value=counts.done aria-label=label></progress>
        </div>
    }
}
