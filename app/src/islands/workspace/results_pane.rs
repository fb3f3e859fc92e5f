//! The pane with the tests before the first run, and the report after each.

use domain::{Language, Verdict};
use leptos::html;
use leptos::prelude::*;

use super::Pane;
use super::run::{Run, Runner};
use crate::client;
use crate::components::{Icon, ReportSummary, ReportView};
use crate::data::{Link, TestItem};

/// The pane.
#[component]
pub(super) fn ResultsPane(
    pane: RwSignal<Pane>,
    runner: Runner,
    shown: RwSignal<Language>,
    tests: Vec<TestItem>,
    next: Option<Link>,
    has_account: bool,
) -> impl IntoView {
    let section = NodeRef::<html::Section>::new();
    // On a narrow screen the editor is gone when the results come, and the focus with it: bring it here. On a wide one
    // it stays in the editor, and the sentence below is read out.
    Effect::new(move |_| {
        if runner.news.get() > 0
            && pane.get_untracked() == Pane::Results
            && client::is_narrow()
            && let Some(section) = section.get_untracked()
        {
            let _ = section.focus();
        }
    });
    let announcement = move || {
        runner.run.with(|run| match run {
            Run::None => String::new(),
            Run::Running => "Running the tests.".to_owned(),
            Run::Waiting => "Your code is kept and waits for its turn.".to_owned(),
            // The report that came with the page is no news.
            Run::Done(_) if runner.news.get() == 0 => String::new(),
            Run::Done(report) => ReportSummary::of(report).0,
            Run::Failed(why) => why.clone(),
        })
    };
    view! {
        <section class="pane pane-results" aria-label="Results" tabindex="-1" node_ref=section>
            <p class="visually-hidden" role="status">{announcement}</p>
            {move || match runner.run.get() {
                Run::None => test_list(&tests, shown.get()).into_any(),
                Run::Running => busy("Running the tests…").into_any(),
                Run::Waiting => busy("Your code is kept and waits for its turn…").into_any(),
                Run::Failed(why) => view! {
                    <div class="report-summary is-ours">
                        <span class="report-mark">{Icon::Wrench.view()}</span>
                        <div class="report-words">
                            <p class="report-verdict">"Not run"</p>
                            <p class="report-sentence">{why}</p>
                        </div>
                    </div>
                }
                .into_any(),
                Run::Done(report) => {
                    let passed = report.verdict == Verdict::Passed;
                    view! {
                        <ReportView report=*report />
                        {passed.then(|| solved(pane, runner.unlocked(), next.clone(), has_account))}
                    }
                    .into_any()
                }
            }}
        </section>
    }
}

fn busy(words: &'static str) -> impl IntoView {
    view! { <p class="run-busy"><span class="run-lane" aria-hidden="true"></span>{words}</p> }
}

/// The tests as they are known before anything was sent.
fn test_list(tests: &[TestItem], language: Language) -> impl IntoView + use<> {
    let tests = tests.to_vec();
    view! {
        <div class="tests-ahead">
            <h2 class="pane-title">"What will be tested"</h2>
            <ol class="test-list">
                {tests
                    .into_iter()
                    .map(|test| {
                        let example = test.example.into_iter().find(|(of, ..)| *of == language);
                        let icon = if example.is_some() { Icon::Circle } else { Icon::Lock };
                        let word = example.is_none().then_some("Hidden");
                        view! {
                            <li class="test-ahead">
                                <p class="test-ahead-name">
                                    <span class="test-mark">{icon.view()}</span>
                                    <span class="test-name">{test.name}</span>
                                    {word.map(|word| view! { <span class="test-word">{word}</span> })}
                                </p>
                                {example.map(|(_, call, expected)| view! {
                                    <pre class="example" tabindex="0"><code>{call}</code>"\n"<span class="example-gives">"gives "</span><code>{expected}</code></pre>
                                })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </div>
    }
}

/// After a pass: the way on, and for guests how to keep it.
fn solved(pane: RwSignal<Pane>, unlocked: String, next: Option<Link>, has_account: bool) -> impl IntoView {
    view! {
        <div class="solved">
            <p class="solved-words">"Solved. Now compare your way with ours."</p>
            <p class="actions">
                {next.map(|link| view! {
                    <a class="button is-primary" href=link.href>{format!("Next: {}", link.title)}{Icon::Next.view()}</a>
                })}
                <a class="button is-quiet" href=unlocked on:click=move |_| pane.set(Pane::Instructions)>"See the model solution"</a>
            </p>
            {(!has_account).then(|| view! {
                <p class="notice">"Your progress is kept in this browser. "<a href="/register">"Register"</a>" to keep it for good."</p>
            })}
        </div>
    }
}
