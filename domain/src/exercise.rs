//! What an exercise shows to a learner.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Language, SourceFile};

/// How an exercise is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Stages, each judged in one of the other ways, in which one piece of code grows.
    Project,
}

impl ExerciseKind {
    /// All of them, the plainest first.
    pub const ALL: [Self; 9] = [
        Self::Function,
        Self::Program,
        Self::Http,
        Self::Sql,
        Self::Security,
        Self::Tests,
        Self::Performance,
        Self::Quiz,
        Self::Project,
    ];

    /// The name in files and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Program => "program",
            Self::Http => "http",
            Self::Sql => "sql",
            Self::Security => "security",
            Self::Tests => "tests",
            Self::Performance => "performance",
            Self::Quiz => "quiz",
            Self::Project => "project",
        }
    }

    /// Whether an exercise of this kind can be solved in a language.
    pub fn is_solved_in(self, language: Language) -> bool {
        match self {
            Self::Quiz => false,
            // What its stages are solved in.
            Self::Project => true,
            Self::Sql => language == Language::Sql,
            Self::Tests => matches!(language, Language::Python | Language::Javascript | Language::Typescript),
            _ => language != Language::Sql,
        }
    }

    /// Whether a stage of a project may be of this kind: one that judges code which can grow from stage to stage. Tests are
    /// code about other code, and a quiz has none.
    pub fn is_of_a_stage(self) -> bool {
        !matches!(self, Self::Tests | Self::Quiz | Self::Project)
    }

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
            Self::Project => "Project",
        }
    }
}

impl fmt::Display for ExerciseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text named no kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no kind `{0}`; choose {names}", names = ExerciseKind::ALL.map(ExerciseKind::as_str).join(", "))]
pub struct UnknownKind(pub String);

impl FromStr for ExerciseKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

/// A stage of a project, as reports name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageName {
    /// Its place in the project, from 1.
    pub number: u32,
    /// The title.
    pub title: String,
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
