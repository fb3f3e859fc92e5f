//! What a program printed and how it ended, drawn alike on the server and in the browser.

use domain::{RunOutcome, RunVerdict};
use leptos::prelude::*;

use super::{Icon, milliseconds};

/// How a run ended, in a sentence a learner can act on.
fn sentence(verdict: RunVerdict) -> &'static str {
    match verdict {
        RunVerdict::Ok => "Ran to its end.",
        RunVerdict::RuntimeError => "Stopped with an error.",
        RunVerdict::TimeLimit => "Used up its time. Look for a loop that does not end.",
        RunVerdict::MemoryLimit => "Asked for more memory than it may have.",
        RunVerdict::OutputLimit => "Printed more than we keep. Look for a print inside a loop.",
        RunVerdict::CompileError => "Could not be read. Look for a typing slip.",
        RunVerdict::InternalError => "Our runner failed, not your code. Please run it again.",
    }
}

/// The outcome of one run.
#[component]
pub(crate) fn RunView(
    /// What came of it.
    outcome: RunOutcome,
) -> impl IntoView {
    let (tone, icon) = match outcome.verdict {
        RunVerdict::Ok => ("is-passed", Icon::Check),
        RunVerdict::InternalError => ("is-ours", Icon::Wrench),
        _ => ("is-failed", Icon::Cross),
    };
    let silent = outcome.stdout.is_empty() && outcome.stderr.is_empty();
    let part = |class: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <pre class=class tabindex="0"><code>{text}</code></pre> })
    };
    // The clock of a run cannot be negative or huge; the cast is for show only.
    let took = milliseconds((outcome.wall_ms * 1_000.0) as u64);
    view! {
        <p class=format!("run-verdict {tone}")>
            {icon.view()}
            <span>{sentence(outcome.verdict)}</span>
            <span class="run-time">{took}</span>
        </p>
        {part("run-stdout", outcome.stdout)}
        {part("run-stderr", outcome.stderr)}
        {silent.then(|| view! { <p class="run-silent">"It printed nothing."</p> })}
    }
}
