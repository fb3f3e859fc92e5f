//! Verdicts in lists.

use domain::Verdict;
use leptos::either::Either;
use leptos::prelude::*;

use super::Icon;
use super::report::{icon, tone, word};

/// A verdict as a mark and a word, for lists.
#[component]
pub(crate) fn VerdictMark(
    /// None while it is awaited.
    verdict: Option<Verdict>,
) -> impl IntoView {
    match verdict {
        Some(verdict) => Either::Left(view! {
            <span class=format!("verdict {}", tone(verdict))>{icon(verdict).view()}{word(verdict)}</span>
        }),
        None => Either::Right(view! { <span class="verdict">{Icon::Clock.view()}"Waiting"</span> }),
    }
}
