//! How far somebody is with an exercise, as a mark and a word; the workspace draws it anew after each run.

use domain::ExerciseState;

use super::{Html, Icon};

/// The class of the element and what is in it.
pub(crate) fn state_mark_parts(state: ExerciseState) -> (&'static str, String) {
    let (class, icon, word) = match state {
        ExerciseState::New => ("state is-new", Icon::Circle, "Not tried yet"),
        ExerciseState::Tried => ("state is-tried", Icon::Half, "Tried"),
        ExerciseState::Solved => ("state is-solved", Icon::Check, "Solved"),
    };
    let mut html = Html::default();
    html.icon(icon).raw(r#"<span class="state-word">"#).raw(word).raw("</span>");
    (class, html.finish())
}

/// The mark as part of a page.
#[cfg(feature = "ssr")]
pub(crate) fn state_mark(state: ExerciseState) -> impl leptos::prelude::IntoView {
    use leptos::prelude::*;
    let (class, inside) = state_mark_parts(state);
    view! { <span class=class inner_html=inside></span> }
}
