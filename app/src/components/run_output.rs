//! What a program printed and how it ended, written alike on the server and in the browser.

use domain::{RunOutcome, RunVerdict};

use super::{Html, Icon, milliseconds};

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
pub(crate) fn run_output(html: &mut Html, outcome: &RunOutcome) {
    let (tone, icon) = match outcome.verdict {
        RunVerdict::Ok => ("is-passed", Icon::Check),
        RunVerdict::InternalError => ("is-ours", Icon::Wrench),
        _ => ("is-failed", Icon::Cross),
    };
    // The clock of a run cannot be negative or huge; the cast is for show only.
    let took = milliseconds((outcome.wall_ms * 1_000.0) as u64);
    html.raw(r#"<p class="run-verdict "#).raw(tone).raw(r#"">"#).icon(icon);
    html.raw("<span>")
        .raw(sentence(outcome.verdict))
        .raw(r#"</span><span class="run-time">"#)
        .text(&took)
        .raw("</span></p>");
    printed(html, "run-stdout", &outcome.stdout);
    printed(html, "run-stderr", &outcome.stderr);
    if outcome.stdout.is_empty() && outcome.stderr.is_empty() {
        html.raw(r#"<p class="run-silent">It printed nothing.</p>"#);
    }
}

#[cfg(any(feature = "ssr", feature = "lesson"))]
/// What the lesson says that the code prints.
pub(crate) fn expected_output(html: &mut Html, output: &str) {
    html.raw(r#"<p class="run-verdict">It prints</p>"#);
    printed(html, "run-stdout", output);
}

#[cfg(any(feature = "ssr", feature = "lesson"))]
/// Why the code was not run.
pub(crate) fn not_run(html: &mut Html, why: &str) {
    html.raw(r#"<p class="run-verdict is-ours">"#).icon(Icon::Wrench).raw("<span>").text(why).raw("</span></p>");
}

fn printed(html: &mut Html, class: &'static str, text: &str) {
    if !text.is_empty() {
        html.raw(r#"<pre class=""#).raw(class).raw(r#"" tabindex="0"><code>"#).text(text).raw("</code></pre>");
    }
}
