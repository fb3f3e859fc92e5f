//! `/exercises/{module}/{slug}`: the workspace, in which an exercise is solved.

use domain::{ExerciseKind, ExerciseState, Hint, Language, Report, Solutions, SubmissionSummary, Timestamp};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Frame, Link, project::StagePlace};
use crate::components::{Icon, TaskHead, VerdictMark, plural, report_problem, stage_steps, task_head, when};
use crate::data::OwnPanel;
pub use crate::data::{EditorState, TestItem};
use crate::islands::{Workspace, WorkspaceData};
use crate::layout::{Head, Scripts, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ExercisePage {
    /// The title.
    pub title: String,
    /// The path of this page; `{action}/submissions` and `{action}/drafts/{language}` take what the learner sends.
    pub action: String,
    /// How it is judged.
    pub kind: ExerciseKind,
    /// What to do, safe HTML.
    pub instructions: String,
    /// 1 to 10.
    pub difficulty: u8,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// What a pass is worth.
    pub points: u32,
    /// The lesson that teaches it.
    pub lesson: Option<Link>,
    /// Where it stands in its project, if it is a stage.
    pub stage: Option<StagePlace>,
    /// Where to go once it is solved.
    pub next: Option<Link>,
    /// From nudge to near-answer.
    pub hints: Vec<Hint>,
    /// The language on show.
    pub language: Language,
    /// One for each language of the exercise.
    pub editors: Vec<EditorState>,
    /// The tests, in teaching order; hidden ones by name only.
    pub tests: Vec<TestItem>,
    /// How far the viewer is.
    pub state: ExerciseState,
    /// Shown once it is solved or given up.
    pub solutions: Option<Solutions>,
    /// When the viewer gave it up, if so.
    pub given_up: Option<Timestamp>,
    /// The languages whose draft was begun when the exercise was another.
    pub outdated: Vec<Language>,
    /// The hash of the content that the page shows.
    pub exercise_hash: String,
    /// Where the code is tried with an input of one's own.
    pub own: Option<OwnPanel>,
    /// The account whose work this is; none for a guest or visitor.
    pub owner: Option<String>,
    /// A drawing of the tables, for SQL.
    pub tables: Option<String>,
    /// The viewer's submissions, newest first.
    pub history: Vec<SubmissionSummary>,
    /// The report on show: of the submission in the query, else of the newest.
    pub report: Option<Report>,
    /// A submission that is still being judged; the page without JavaScript reloads itself.
    pub waiting: bool,
    /// Why the last form could not be taken, if so.
    pub problem: Option<String>,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &ExercisePage) -> String {
    let description = format!("An exercise of about {} minutes, judged by hidden tests.", page.minutes);
    let mut head = Head::plain("page-exercise", &page.title, &description);
    head.scripts = Scripts::Workspace;
    head.reload_after_s = page.waiting.then_some(2);
    document(frame, head, || {
        let data = workspace_data(frame, page);
        // What an island's children borrow would have to outlive the page; they are owned instead.
        let instructions = Instructions::of(page);
        view! { <Workspace data>{instructions.view()}</Workspace> }
    })
}

fn workspace_data(frame: &Frame, page: &ExercisePage) -> WorkspaceData {
    let awaited = page.waiting.then(|| page.history.iter().find(|submission| submission.verdict.is_none())).flatten();
    WorkspaceData {
        action: page.action.clone(),
        language: page.language,
        editors: page.editors.clone(),
        tests: page.tests.clone(),
        report: page.report.clone(),
        awaited: awaited.map(|submission| submission.id.clone()),
        problem: page.problem.clone(),
        next: page.next.clone(),
        owner: page.owner.clone(),
        own: page.own.clone(),
        outdated: page.outdated.clone(),
        exercise_hash: page.exercise_hash.clone(),
        results_first: page.problem.is_some() || frame.path.contains("submission="),
        editor: frame.assets.editor.clone(),
    }
}

/// The left pane: the task, its hints, and what solving it unlocks.
struct Instructions {
    html: String,
}

impl Instructions {
    /// Drawn at once: the children of an island are a function that may be called late.
    fn of(page: &ExercisePage) -> Self {
        let view = view! {
            {task_head(TaskHead {
                title: &page.title,
                kind: page.kind,
                lesson: page.lesson.as_ref(),
                stage: page.stage.as_ref(),
                state: page.state,
                difficulty: page.difficulty,
                minutes: page.minutes,
                points: page.points,
            })}
            {page.stage.as_ref().map(|place| stage_steps(&place.stages, place.number))}
            <div class="prose" inner_html=page.instructions.as_str()></div>
            {page.tables.as_ref().map(|tables| view! {
                <details class="tables" open=true>
                    <summary>"The tables"</summary>
                    <div tabindex="0" role="region" aria-label="The tables" inner_html=tables.as_str()></div>
                </details>
            })}
            {hints(&page.hints)}
            {match &page.solutions {
                Some(shown) => Either::Left(solutions(page, shown)),
                None => Either::Right(give_up(page)),
            }}
            {history(page)}
            {report_problem(&page.action)}
        };
        Self { html: view.to_html() }
    }

    fn view(self) -> impl IntoView {
        view! { <div class="task" inner_html=self.html></div> }
    }
}

fn hints(hints: &[Hint]) -> impl IntoView + use<'_> {
    (!hints.is_empty()).then(|| view! {
        <section class="hints" aria-labelledby="hints">
            <h2 id="hints">"Hints"</h2>
            <p class="hints-note">{hints_note(hints.len())}</p>
            {hints
                .iter()
                .enumerate()
                .map(|(index, hint)| view! {
                    <details class="hint">
                        <summary><span class="hint-number">{format!("Hint {}", index + 1)}</span>" "{hint.title.as_str()}</summary>
                        <div class="prose" inner_html=hint.html.as_str()></div>
                    </details>
                })
                .collect_view()}
        </section>
    })
}

/// Hints come one by one: the style sheet shows each once the one before it is open.
fn hints_note(count: usize) -> String {
    match count {
        1 => "Reading it costs nothing.".to_owned(),
        _ => format!("There are {count}, each clearer than the one before. Reading them costs nothing."),
    }
}

/// Before it is solved: a way out, which says what it does.
fn give_up(page: &ExercisePage) -> impl IntoView + use<'_> {
    view! {
        <details class="give-up">
            <summary>"Give up and see the solution"</summary>
            <form method="post" action=format!("{}/solution", page.action)>
                <p>
                    "You then see the model solution and why it is good. That is a fine way to learn, and you can still solve the exercise afterwards; this page will say that you had seen the solution."
                </p>
                <button class="button is-small">"Show me the solution"</button>
            </form>
        </details>
    }
}

fn solutions<'a>(page: &'a ExercisePage, solutions: &'a Solutions) -> impl IntoView + use<'a> {
    view! {
        <section class="solutions" aria-labelledby="explanation">
            <h2 id="explanation">{(page.state == ExerciseState::Solved).then(|| Icon::Check.view())}"Explanation"</h2>
            {page.given_up.map(|at| view! {
                <p class="given-up">
                    {if page.state == ExerciseState::Solved {
                        "Solved after looking at the solution, on "
                    } else {
                        "You looked at the solution on "
                    }}
                    {when(at)}
                    {(page.state != ExerciseState::Solved).then_some(". Close it, write your own, and pass the tests.")}
                </p>
            })}
            <div class="prose" inner_html=solutions.explanation.as_str()></div>
            {solutions
                .files
                .iter()
                .map(|(language, files)| view! {
                    <details class="solution">
                        <summary>{format!("A model solution in {}", language.label())}</summary>
                        {files
                            .iter()
                            .map(|file| view! { <pre class="code-area" tabindex="0"><code>{file.content.as_str()}</code></pre> })
                            .collect_view()}
                    </details>
                })
                .collect_view()}
        </section>
    }
}

fn history(page: &ExercisePage) -> impl IntoView + use<'_> {
    (!page.history.is_empty()).then(|| {
        view! {
            <details class="history">
                <summary>{format!("Your {}", plural(page.history.len(), "submission"))}</summary>
                <ol class="record-list">
                    {page
                        .history
                        .iter()
                        .map(|submission| {
                            let (action, language) = (&page.action, submission.language);
                            let href = format!("{action}?language={language}&submission={}", submission.id);
                            view! {
                                <li class="record">
                                    <VerdictMark verdict=submission.verdict />
                                    <a class="row-title" href=href>{when(submission.created_at)}</a>
                                    <span class="row-facts">{language.label()}</span>
                                </li>
                            }
                        })
                        .collect_view()}
                </ol>
                <p class="history-more"><a href=format!("{}/submissions", page.action)>"Compare them line by line"</a></p>
            </details>
        }
    })
}
