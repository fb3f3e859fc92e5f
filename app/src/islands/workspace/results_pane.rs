//! The pane with the tests before the first run, and the report after each.

use domain::{Language, Verdict};
use leptos::html;
use leptos::prelude::*;

use super::Pane;
use super::drafts::Drafts;
use super::own_input::{OwnInputPanel, title};
use super::run::{Run, Runner};
use crate::client;
use crate::components::{Html, Icon, is_table, plural, report, report_sentence, summary};
use crate::data::{Link, OwnPanel, TestItem};

/// The pane.
#[component]
pub(super) fn ResultsPane(
    pane: RwSignal<Pane>,
    runner: Runner,
    next: Option<Link>,
    has_account: bool,
    own: Option<OwnPanel>,
    action: String,
    shown: RwSignal<Language>,
    drafts: Drafts,
    awake: RwSignal<bool>,
) -> impl IntoView {
    // What somebody tried last is what they came back for.
    let own_first = own.as_ref().is_some_and(|own| own.outcome.is_some() || own.problem.is_some());
    let tests_on_show = RwSignal::new(!own_first);
    let section = NodeRef::<html::Section>::new();
    // On a narrow screen the editor is gone when the results come, and the focus with it: bring it here. On a wide one
    // it stays in the editor, and the sentence below is read out.
    Effect::new(move |_| {
        if runner.run.with(|run| matches!(run, Run::Running | Run::Waiting)) {
            tests_on_show.set(true);
        }
    });
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
            Run::None(_) => String::new(),
            Run::Running => "Running the tests.".to_owned(),
            Run::Waiting => "Your code is kept and waits for its turn.".to_owned(),
            // The report that came with the page is no news.
            Run::Done(..) if runner.news.get() == 0 => String::new(),
            Run::Done(report, _) => report_sentence(report),
            Run::Failed(why) => why.clone(),
        })
    };
    let content = move || {
        let mut html = Html::default();
        runner.run.with(|run| match run {
            Run::None(tests) => tests_ahead(&mut html, tests),
            Run::Running => busy(&mut html, "Running the tests…"),
            Run::Waiting => busy(&mut html, "Your code is kept and waits for its turn…"),
            Run::Failed(why) => summary(&mut html, "is-ours", Icon::Wrench, "Not run", why, ""),
            Run::Done(done, sent) => {
                report(&mut html, done);
                if done.verdict == Verdict::Passed {
                    solved(&mut html, &runner.unlocked(sent.as_ref()), next.as_ref(), has_account);
                }
            }
        });
        html.finish()
    };
    view! {
        <section class="pane pane-results" aria-label="Results" tabindex="-1" node_ref=section>
            <p class="visually-hidden" role="status">{announcement}</p>
            {own
                .map(|own| {
                    let words = title(&own.input);
                    let choice = move |value: &'static str, label: &'static str, tests: bool| view! {
                        <label>
                            <input
                                type="radio"
                                class="visually-hidden"
                                name="results"
                                value=value
                                checked=tests != own_first
                                prop:checked=move || tests_on_show.get() == tests
                                autocomplete="off"
                                on:change=move |_| tests_on_show.set(tests)
                            />
                            <span>{label}</span>
                        </label>
                    };
                    view! {
                        <fieldset class="switch results-switch">
                            <legend class="visually-hidden">"Show"</legend>
                            {choice("tests", "Tests", true)}
                            {choice("own", words, false)}
                        </fieldset>
                        <OwnInputPanel own action shown drafts awake />
                    }
                })}
            <div class="results" inner_html=content></div>
        </section>
    }
}

fn busy(html: &mut Html, words: &'static str) {
    html.raw(r#"<p class="run-busy"><span class="run-lane" aria-hidden="true"></span>"#).raw(words).raw("</p>");
}

/// The tests as they are known before anything was sent, with an example in each language where they have one: the
/// style sheet shows that of the language on show.
fn tests_ahead(html: &mut Html, tests: &[TestItem]) {
    html.raw(r#"<div class="tests-ahead"><h2 class="pane-title">What will be tested</h2><ol class="test-list">"#);
    let (own, before): (Vec<_>, Vec<_>) = tests.iter().partition(|test| test.stage.is_none());
    for test in own {
        let hidden = test.example.is_empty();
        html.raw(r#"<li class="test-ahead"><p class="test-ahead-name"><span class="test-mark">"#);
        html.icon(if hidden { Icon::Lock } else { Icon::Circle });
        html.raw(r#"</span><span class="test-name">"#).text(&test.name).raw("</span>");
        if hidden {
            html.raw(r#"<span class="test-word">Hidden</span>"#);
        }
        html.raw("</p>");
        for (language, call, expected) in &test.example {
            let class = if is_table(expected) { r#"<pre class="example is-table""# } else { r#"<pre class="example""# };
            html.raw(class).raw(r#" tabindex="0" data-language=""#).raw(language.as_str()).raw(r#""><code>"#);
            // Several lines begin on one of their own, so that what stands below each other stays so.
            let apart = if expected.contains('\n') { "\n" } else { "" };
            html.text(call).raw("</code>\n<span class=\"example-gives\">gives </span>").raw(apart).raw("<code>");
            html.text(expected);
            html.raw("</code></pre>");
        }
        html.raw("</li>");
    }
    html.raw("</ol>");
    if !before.is_empty() {
        html.raw(r#"<p class="tests-before">What the stages before have asked for is tested again: "#);
        html.text(&plural(before.len(), "more test")).raw(".</p>");
    }
    html.raw("</div>");
}

/// After a pass: the way on, and for guests how to keep it.
fn solved(html: &mut Html, unlocked: &str, next: Option<&Link>, has_account: bool) {
    html.raw(
        r#"<div class="solved"><p class="solved-words">Solved. Now compare your way with ours.</p><p class="actions">"#,
    );
    if let Some(next) = next {
        html.raw(r#"<a class="button is-primary" href=""#).text(&next.href).raw(r#"">Next: "#).text(&next.title);
        html.icon(Icon::Next).raw("</a>");
    }
    html.raw(r#"<a class="button is-quiet" href=""#).text(unlocked).raw(r#"">See the model solution</a></p>"#);
    if !has_account {
        html.raw(r#"<p class="notice">Your progress is kept in this browser. <a href="/register">Register</a> to keep it for good.</p>"#);
    }
    html.raw("</div>");
}
