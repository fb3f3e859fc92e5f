//! What an exercise shows to a learner.

use serde::{Deserialize, Serialize};

use crate::{Language, SourceFile};

/// How an exercise is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExerciseKind {
    /// The learner's functions are called with values.
    Function,
    /// The learner's file is run as a program, with arguments, input and files.
    Program,
    /// The learner's service answers requests.
    Http,
    /// The learner's SQL is executed on databases.
    Sql,
    /// Code that works has a hole: attacks must fail, and what it does must survive.
    Security,
    /// The learner writes the tests, which must tell right from wrong.
    Tests,
    /// The learner's code must not cost more, or not grow faster, than it may.
    Performance,
    /// Questions with an explanation for every answer.
    Quiz,
}

impl ExerciseKind {
    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Function => "Function",
            Self::Program => "Program",
            Self::Http => "Service",
            Self::Sql => "SQL",
            Self::Security => "Security",
            Self::Tests => "Tests",
            Self::Performance => "Performance",
            Self::Quiz => "Quiz",
        }
    }
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
