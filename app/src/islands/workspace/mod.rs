//! The workspace: instructions, editor and results side by side, or one at a time on a narrow screen.
//!
//! As the server draws it, it is a form with a text field for each file; the panes switch by style sheet. Awake, the
//! text fields give way to the code editor, every change is saved as a draft, and Run shows the report in place.

mod drafts;
mod editor_pane;
mod own_input;
mod panes;
mod results_pane;
mod run;
mod settings;
mod version;

use domain::{Language, Report, SourceFile, SubmissionId};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::client;
use crate::components::Html;
use crate::data::{EditorState, Link, OwnPanel, TestItem};

use drafts::Drafts;
use run::{Run, Runner};
use version::Version;

/// What the island is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkspaceData {
    /// The path of the exercise; what is sent goes below it.
    pub action: String,
    /// The language on show.
    pub language: Language,
    /// One for each language of the exercise.
    pub editors: Vec<EditorState>,
    /// The tests, in teaching order. Only the server draws them; awake, the island keeps what is drawn.
    #[serde(skip)]
    pub tests: Vec<TestItem>,
    /// The report on show; drawn by the server as well.
    #[serde(skip)]
    pub report: Option<Report>,
    /// A submission whose report is awaited.
    pub awaited: Option<SubmissionId>,
    /// Why the last form could not be taken, if so.
    pub problem: Option<String>,
    /// Where to go once it is solved.
    pub next: Option<Link>,
    /// The account in which progress is kept; none where it is kept in this browser alone.
    pub owner: Option<String>,
    /// Where the code is tried with an input of one's own, if there is such a thing.
    pub own: Option<OwnPanel>,
    /// The languages whose draft was begun when the exercise was another.
    pub outdated: Vec<Language>,
    /// The hash of the content that the page was drawn from.
    pub exercise_hash: String,
    /// Whether the results are what the viewer came for.
    pub results_first: bool,
    /// The address of the code editor's module.
    pub editor: String,
}

/// One of the three panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pane {
    Instructions,
    Editor,
    Results,
}

impl Pane {
    const ALL: [Self; 3] = [Self::Instructions, Self::Editor, Self::Results];

    fn as_str(self) -> &'static str {
        match self {
            Self::Instructions => "instructions",
            Self::Editor => "editor",
            Self::Results => "results",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Instructions => "Task",
            Self::Editor => "Code",
            Self::Results => "Results",
        }
    }
}

/// The island. Its children are the instructions, which never change.
#[island]
pub fn Workspace(
    /// All it works on.
    data: WorkspaceData,
    /// The instructions, drawn by the server.
    children: Children,
) -> impl IntoView {
    let WorkspaceData {
        action,
        language,
        editors,
        tests,
        report,
        awaited,
        problem,
        next,
        owner,
        own,
        outdated,
        exercise_hash,
        results_first,
        editor,
    } = data;
    let shown = RwSignal::new(language);
    let first_pane = if results_first { Pane::Results } else { Pane::Instructions };
    let pane = RwSignal::new(first_pane);
    let awake = RwSignal::new(false);
    let languages: Vec<Language> = editors.iter().map(|editor| editor.language).collect();
    let fields: Vec<SourceFile> = drafts::files_of(&editors, language);
    let has_account = owner.is_some();
    let version = Version::new(exercise_hash);
    let drafts = Drafts::new(&action, owner, version, editors);
    let start = match (report, problem, &awaited) {
        (_, Some(problem), _) => Run::Failed(problem),
        (_, None, Some(_)) => Run::Waiting,
        (Some(report), None, None) => Run::Done(Box::new(report), None),
        (None, None, None) => Run::None(tests),
    };
    let runner = Runner::new(&action, version, start);
    Effect::new(move |_| {
        panes::restore();
        drafts.save_when_leaving();
        let turn_to_fragment = move || {
            if client::fragment() == run::EXPLANATION {
                pane.set(Pane::Instructions);
            }
        };
        turn_to_fragment();
        let followed = window_event_listener_untyped("hashchange", move |_| turn_to_fragment());
        on_cleanup(move || followed.remove());
        if let Some(id) = &awaited {
            runner.await_report(id.clone());
        }
    });
    let run = Callback::new(move |()| {
        pane.set(Pane::Results);
        drafts.save(shown.get_untracked());
        runner.submit(shown.get_untracked(), drafts.files(shown.get_untracked()), drafts.is_signed_in());
    });
    let again = action.clone();
    let notice = move || {
        let mut html = Html::default();
        if version.is_old() {
            version::changed_meanwhile(&mut html, &format!("{again}?language={}", shown.get()));
        } else if outdated.contains(&shown.get()) {
            version::changed_before(&mut html);
        }
        html.finish()
    };
    view! {
        <div
            class="workspace"
            data-hydrated=move || awake.get().to_string()
            data-language=move || shown.get().as_str()
        >
            <div class="workspace-notice" role="status" inner_html=notice></div>
            <fieldset class="pane-switch switch">
                <legend class="visually-hidden">"Show"</legend>
                {Pane::ALL
                    .map(|one| view! {
                        <label>
                            <input
                                type="radio"
                                class="visually-hidden"
                                name="pane"
                                value=one.as_str()
                                checked=one == first_pane
                                prop:checked=move || pane.get() == one
                                autocomplete="off"
                                on:change=move |_| pane.set(one)
                            />
                            <span>{one.label()}</span>
                        </label>
                    })}
            </fieldset>
            <section class="pane pane-instructions" aria-label="Task">{children()}</section>
            <panes::PaneBar bar=panes::Bar::First />
            <editor_pane::EditorPane action=action.clone() languages shown fields drafts runner run awake url=editor />
            <panes::PaneBar bar=panes::Bar::Second />
            <results_pane::ResultsPane pane runner next has_account own action shown drafts awake />
        </div>
    }
}
