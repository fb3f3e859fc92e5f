//! The parts of the pages' data that the islands need too.

use domain::{Draft, Language, OwnInput, OwnOutcome, SourceFile, StageName, TypedRequest};
use serde::{Deserialize, Serialize};

/// A place to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it is called.
    pub title: String,
    /// The path.
    pub href: String,
}

/// The code of one language: the starter, and what the viewer made of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditorState {
    /// The language.
    pub language: Language,
    /// What it begins with: the starter, or in a later stage of a project the code that passed the one before.
    pub starter: Vec<SourceFile>,
    /// What the viewer last saved.
    pub draft: Option<Draft>,
}

impl EditorState {
    /// What the editor shows: the draft, else the starter.
    #[must_use]
    pub fn files(&self) -> Vec<SourceFile> {
        self.draft.as_ref().map_or(&self.starter, |draft| &draft.files).clone()
    }
}

/// A test as it is listed before submitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestItem {
    /// Its name.
    pub name: String,
    /// The call and the expected value, as the learner would type them in each language; none for hidden tests.
    pub example: Vec<(Language, String, String)>,
    /// In a project, the earlier stage that it comes from; none where it is the stage's own.
    pub stage: Option<StageName>,
}

/// Where code is tried with an input of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnPanel {
    /// What kind of input it takes, with what is in it.
    pub input: OwnInput,
    /// What lines begin with, in each language.
    pub snippets: Vec<Snippet>,
    /// What stands in the fields of the console.
    pub typed: TypedRequest,
    /// What came of it. Only the server draws it; awake, the island keeps what is drawn.
    #[serde(skip)]
    pub outcome: Option<OwnOutcome>,
    /// Why nothing came of it; likewise.
    #[serde(skip)]
    pub problem: Option<String>,
}

/// Lines of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The language.
    pub language: Language,
    /// The lines.
    pub code: String,
}
