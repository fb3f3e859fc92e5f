//! `/exercises/{module}/{slug}`: the workspace, in which an exercise is solved.

use domain::{Draft, ExerciseState, Hint, Language, Report, Solutions, SourceFile, SubmissionSummary};

use super::Link;

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ExercisePage {
    /// The title.
    pub title: String,
    /// The path of this page; `{action}/submissions` and `{action}/drafts/{language}` take what the learner sends.
    pub action: String,
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

/// The code of one language: the starter, and what the viewer made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditorState {
    /// The language.
    pub language: Language,
    /// What everybody begins with.
    pub starter: Vec<SourceFile>,
    /// What the viewer last saved.
    pub draft: Option<Draft>,
}

/// A test as it is listed before submitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestItem {
    /// Its name.
    pub name: String,
    /// The call and the expected value, as the learner would type them in each language; none for hidden tests.
    pub example: Vec<(Language, String, String)>,
}
