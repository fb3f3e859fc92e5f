//! What an exercise shows to a learner.

use serde::{Deserialize, Serialize};

use crate::{Language, SourceFile};

/// How an exercise is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExerciseKind {
    /// The learner's functions are called with values.
    Function,
}

/// A hint, from nudge to near-answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Plain text.
    pub title: String,
    /// Safe HTML.
    pub html: String,
}

/// What is shown once an exercise is solved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Solutions {
    /// Why the model solution is good and what else works, safe HTML.
    pub explanation: String,
    /// The model solution by language.
    pub files: Vec<(Language, Vec<SourceFile>)>,
}
