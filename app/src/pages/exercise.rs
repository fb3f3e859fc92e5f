//! `/exercises/{module}/{slug}`: the workspace, in which an exercise is solved.

use domain::{ExerciseKind, ExerciseState, Hint, Language, Report, Solutions, SubmissionSummary, Viewer};
use leptos::prelude::*;

use super::{Frame, Link, project::StagePlace};
use crate::components::{Icon, TaskHead, VerdictMark, plural, stage_steps, task_head, when};
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
    /// Shown once it is solved.
    pub solutions: Option<Solutions>,
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
        has_account: matches!(frame.viewer, Viewer::Account { .. }),
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
            {hints(&page.hints)}
            {page.solutions.as_ref().map(solutions)}
            {history(page)}
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

fn solutions(solutions: &Solutions) -> impl IntoView + use<'_> {
    view! {
        <section class="solutions" aria-labelledby="explanation">
            <h2 id="explanation">{Icon::Check.view()}"Explanation"</h2>
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
            </details>
        }
    })
}
