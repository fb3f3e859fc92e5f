//! `/exercises/{module}/{slug}/submissions`: what the viewer handed in, one against the other.

use domain::{Language, SourceFile, SubmissionSummary, Timestamp};
use leptos::prelude::*;

use super::Frame;
use crate::components::{Html, VerdictMark, diff, plural, when};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryPage {
    /// The exercise's title.
    pub title: String,
    /// The path of the exercise.
    pub action: String,
    /// Newest first.
    pub submissions: Vec<SubmissionSummary>,
    /// The one on show.
    pub shown: Option<Shown>,
    /// Code that lost to other code, newest first.
    pub set_aside: Vec<SetAside>,
}

/// A submission on show, against other code of the same language.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Which one.
    pub submission: SubmissionSummary,
    /// Its files.
    pub files: Vec<SourceFile>,
    /// What it is compared with, among what it can be compared with.
    pub against: Against,
    /// What it can be compared with.
    pub choices: Vec<Against>,
    /// The other code; nothing where there is none to compare with.
    pub other: Vec<SourceFile>,
}

/// Something to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// What everybody begins with.
    Starter,
    /// The model solution, for those who may see it.
    Solution,
    /// An earlier or later submission.
    Submission(SubmissionSummary),
}

/// Code that is neither a draft nor a submission any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The language.
    pub language: Language,
    /// Its files.
    pub files: Vec<SourceFile>,
    /// When it lost.
    pub at: Timestamp,
    /// Whether it lost to another version; else to the draft of the account that a guest logged in to.
    pub was_conflict: bool,
}

impl Against {
    fn value(&self) -> &str {
        match self {
            Self::Starter => "starter",
            Self::Solution => "solution",
            Self::Submission(submission) => submission.id.as_str(),
        }
    }
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &HistoryPage) -> String {
    let head = Head::plain("page-history", "Your submissions", "What you handed in, one against the other.");
    document(frame, head, || {
        view! {
            <header class="page-head">
                <nav class="crumbs" aria-label="Where you are">
                    <a href="/road">"The road"</a>
                    <a href=page.action.as_str()>{page.title.as_str()}</a>
                </nav>
                <h1>"Your submissions"</h1>
            </header>
            <div class="history-columns">
                <section aria-labelledby="all">
                    <h2 id="all">{plural(page.submissions.len(), "submission")}</h2>
                    {page.submissions.is_empty().then(|| view! { <p class="empty">"Nothing handed in yet."</p> })}
                    <ol class="record-list">
                        {page.submissions.iter().map(|submission| row(page, submission)).collect_view()}
                    </ol>
                </section>
                {page.shown.as_ref().map(|shown| comparison(page, shown))}
            </div>
            {set_aside(&page.set_aside)}
        }
    })
}

fn row<'a>(page: &'a HistoryPage, submission: &'a SubmissionSummary) -> impl IntoView + use<'a> {
    let here = page.shown.as_ref().is_some_and(|shown| shown.submission.id == submission.id);
    view! {
        <li class="record" class:is-here=here>
            <VerdictMark verdict=submission.verdict />
            <a
                class="row-title"
                href=format!("{}/submissions?submission={}", page.action, submission.id)
                aria-current=here.then_some("true")
            >
                {when(submission.created_at)}
            </a>
            <span class="row-facts">{submission.language.label()}</span>
        </li>
    }
}

fn comparison<'a>(page: &'a HistoryPage, shown: &'a Shown) -> impl IntoView + use<'a> {
    let submission = &shown.submission;
    let report = format!("{}?language={}&submission={}", page.action, submission.language, submission.id);
    view! {
        <section class="history-shown" aria-labelledby="shown">
            <h2 id="shown">{submission.language.label()}", "{when(submission.created_at)}</h2>
            <div class="actions">
                <VerdictMark verdict=submission.verdict />
                <a href=report>"See its report"</a>
                <form method="post" action=format!("{}/restore", page.action)>
                    <input type="hidden" name="submission" value=submission.id.to_string() />
                    <button class="button is-small">"Go on from this code"</button>
                </form>
            </div>
            <form class="against" method="get" action=format!("{}/submissions", page.action)>
                <input type="hidden" name="submission" value=submission.id.to_string() />
                <label>
                    "Compared with "
                    <select name="against" autocomplete="off">
                        {shown
                            .choices
                            .iter()
                            .map(|choice| view! {
                                <option value=choice.value().to_owned() selected=*choice == shown.against>{words(choice)}</option>
                            })
                            .collect_view()}
                    </select>
                </label>
                <button class="button is-small">"Compare"</button>
            </form>
            <div inner_html=differences(shown)></div>
            <details>
                <summary>"The whole code"</summary>
                {files(&shown.files)}
            </details>
        </section>
    }
}

fn words(against: &Against) -> String {
    match against {
        Against::Starter => "the code it began with".to_owned(),
        Against::Solution => "the model solution".to_owned(),
        Against::Submission(submission) => {
            format!("the submission of {}", crate::components::when_text(submission.created_at))
        }
    }
}

/// File by file: those of both, then those that only one has.
fn differences(shown: &Shown) -> String {
    let mut html = Html::default();
    let content = |files: &[SourceFile], name: &str| {
        files.iter().find(|file| file.name == name).map(|file| file.content.clone()).unwrap_or_default()
    };
    let mut names: Vec<&str> = shown.files.iter().chain(&shown.other).map(|file| file.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        html.raw(r#"<h3 class="diff-name">"#).text(name).raw("</h3>");
        diff(&mut html, &content(&shown.other, name), &content(&shown.files, name));
    }
    html.finish()
}

fn files(files: &[SourceFile]) -> impl IntoView + use<'_> {
    files
        .iter()
        .map(|file| {
            view! {
                <p class="diff-name">{file.name.as_str()}</p>
                <pre class="code-area" tabindex="0"><code>{file.content.as_str()}</code></pre>
            }
        })
        .collect_view()
}

fn set_aside(set_aside: &[SetAside]) -> impl IntoView + use<'_> {
    (!set_aside.is_empty()).then(|| view! {
        <section class="set-aside" aria-labelledby="set-aside">
            <h2 id="set-aside">"Set aside"</h2>
            <p>"Drafts that gave way to other drafts of yours. They are kept here, so that nothing is lost."</p>
            {set_aside
                .iter()
                .map(|one| view! {
                    <details>
                        <summary>
                            {one.language.label()}", "{when(one.at)}
                            {if one.was_conflict { ", when another version took its place" } else { ", when you logged in" }}
                        </summary>
                        {files(&one.files)}
                    </details>
                })
                .collect_view()}
        </section>
    })
}
