//! `POST /try` from a plain form: the code and what it printed.

use domain::{Language, RunOutcome};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct TryResultPage {
    /// The language.
    pub language: Language,
    /// The code that ran, to be edited and run again.
    pub code: String,
    /// What came of it.
    pub outcome: RunOutcome,
    /// The page it came from: a path of ours.
    pub back: String,
}
