//! The test report, drawn by the same code on the server and, after a run, in the browser.

use domain::{Report, Status, TestResult, Verdict};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Icon, first_difference, mebibytes, milliseconds, plural};

/// How a verdict is dressed: whose matter it is decides the colours.
fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "is-passed",
        Verdict::InternalError => "is-ours",
        _ => "is-failed",
    }
}

fn icon(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Passed => Icon::Check,
        Verdict::InternalError => Icon::Wrench,
        _ => Icon::Cross,
    }
}

/// A verdict in two words.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "Passed",
        Verdict::WrongAnswer => "Wrong answer",
        Verdict::RuntimeError => "Error",
        Verdict::TimeLimit => "Out of time",
        Verdict::MemoryLimit => "Out of memory",
        Verdict::OutputLimit => "Too much output",
        Verdict::CompileError => "Cannot be read",
        Verdict::InternalError => "Our runner failed",
    }
}

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

/// The report in one sentence, for the summary and for a screen reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReportSummary(pub String);

impl ReportSummary {
    /// The verdict's sentence, after how many tests passed where that is news.
    pub(crate) fn of(report: &Report) -> Self {
        let all = report.tests.len();
        let sentence = report.verdict.sentence();
        if all == 0 || report.verdict == Verdict::InternalError {
            return Self(sentence.to_owned());
        }
        Self(format!("{} of {} passed. {sentence}", report.passed(), plural(all, "test")))
    }
}

/// The whole report: the verdict, then each test; the first that did not pass is open.
#[component]
pub(crate) fn ReportView(
    /// What came of the submission.
    report: Report,
) -> impl IntoView {
    let first_failure = report.tests.iter().position(|test| test.status != Status::Pass);
    let facts = facts(&report);
    let verdict = report.verdict;
    view! {
        <section class="report" data-verdict=verdict.as_str()>
            <div class=format!("report-summary {}", tone(verdict))>
                <span class="report-mark">{icon(verdict).view()}</span>
                <div class="report-words">
                    <p class="report-verdict">{word(verdict)}</p>
                    <p class="report-sentence">{verdict.sentence()}</p>
                    <p class="report-facts">{facts}</p>
                </div>
            </div>
            {report.message.map(|message| view! { <pre class="report-message" tabindex="0"><code>{message}</code></pre> })}
            <ol class="test-list">
                {report
                    .tests
                    .into_iter()
                    .enumerate()
                    .map(|(index, test)| test_view(test, first_failure == Some(index)))
                    .collect_view()}
            </ol>
        </section>
    }
}

fn facts(report: &Report) -> String {
    let mut facts = Vec::with_capacity(5);
    if !report.tests.is_empty() {
        facts.push(format!("{} of {} passed", report.passed(), plural(report.tests.len(), "test")));
    }
    facts.push(report.language.label().to_owned());
    facts.push(milliseconds(report.duration_us));
    facts.push(mebibytes(report.memory_bytes));
    if report.points.earned > 0 {
        facts.push(plural(report.points.earned as usize, "point"));
    }
    facts.join(" · ")
}

fn test_view(test: TestResult, open: bool) -> impl IntoView {
    let tone = tone(test.verdict);
    let plain = test.say.is_none()
        && test.message.is_none()
        && test.test_code.is_none()
        && test.actual.is_none()
        && test.expected.is_none()
        && test.output.is_none();
    view! {
        <li>
            <details class=format!("test {tone}") open=open>
                <summary>
                    <span class="test-mark">{icon(test.verdict).view()}</span>
                    <span class="test-name">{test.name}</span>
                    <span class="test-word">{word(test.verdict)}</span>
                </summary>
                <div class="test-body">
                    {test.say.map(|say| view! { <p class="test-say">{say}</p> })}
                    {test.message.map(|message| code_part("What happened", "is-message", message))}
                    {test.test_code.map(|code| code_part("The call", "is-call", code))}
                    {comparison(test.expected, test.actual)}
                    {test.output.map(|output| code_part("Your code printed", "is-output", output))}
                    {plain.then(|| view! { <p class="test-say is-muted">"Nothing more is shown of this test."</p> })}
                </div>
            </details>
        </li>
    }
}

fn code_part(label: &'static str, class: &'static str, code: String) -> impl IntoView {
    view! {
        <div class=format!("part {class}")>
            <p class="part-label">{label}</p>
            // A `pre` loses a first line break; the `code` between keeps it.
            <pre tabindex="0"><code>{code}</code></pre>
        </div>
    }
}

/// Expected beside actual, with a mark from where they differ; or what of both may be shown.
fn comparison(expected: Option<String>, actual: Option<String>) -> impl IntoView {
    match (expected, actual) {
        (Some(expected), Some(actual)) if expected != actual => {
            let (same, expected_rest, actual_rest) = first_difference(&expected, &actual);
            Some(Either::Left(view! {
                <div class="comparison">
                    {side("Expected", "is-expected", same, expected_rest)}
                    {side("Your code gave", "is-actual", same, actual_rest)}
                </div>
            }))
        }
        (None, None) => None,
        (expected, actual) => Some(Either::Right(view! {
            <div class="comparison">
                {expected.map(|text| side("Expected", "is-expected", &text, ""))}
                {actual.map(|text| side("Your code gave", "is-actual", &text, ""))}
            </div>
        })),
    }
}

fn side(label: &'static str, class: &'static str, same: &str, rest: &str) -> impl IntoView + use<> {
    let text = |part: &str| (!part.is_empty()).then(|| part.to_owned());
    let same = text(same);
    let rest = text(rest).map(|rest| view! { <mark>{rest}</mark> });
    view! {
        <div class=format!("part {class}")>
            <p class="part-label">{label}</p>
            <pre tabindex="0"><code>{same}{rest}</code></pre>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use domain::{Language, Points};

    use super::*;

    fn report(verdict: Verdict, tests: Vec<TestResult>) -> Report {
        Report {
            version: 3,
            status: Status::Fail,
            message: None,
            verdict,
            points: Points::default(),
            language: Language::Python,
            duration_us: 0,
            fuel: 0,
            memory_bytes: 0,
            tests,
        }
    }

    #[test]
    fn our_own_failure_is_never_told_as_the_learners() {
        let ours = report(Verdict::InternalError, Vec::new());
        assert_eq!(ReportSummary::of(&ours).0, Verdict::InternalError.sentence());
        assert_eq!(tone(Verdict::InternalError), "is-ours");
        assert_ne!(icon(Verdict::InternalError), icon(Verdict::RuntimeError));
    }
}
