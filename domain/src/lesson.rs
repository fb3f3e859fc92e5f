//! A lesson's body, made from markdown once at start.

use serde::{Deserialize, Serialize};

use crate::Language;

/// A stretch of a lesson, in reading order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Safe HTML.
    Html(String),
    /// Code the reader can edit and run; adjacent fences are variants of one block.
    Try(Vec<TryVariant>),
    /// Questions with an explanation for every option.
    Quiz(Vec<Question>),
}

/// One language of a "try it" block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TryVariant {
    /// The language.
    pub language: Language,
    /// The code as written.
    pub code: String,
    /// The code as highlighted, safe HTML (the inside of a `pre`).
    pub highlighted: String,
    /// What it prints, where the lesson says so (and `check` has compared it).
    pub output: Option<String>,
}

/// A question of a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The question, safe HTML (inline markdown).
    pub ask: String,
    /// Two or more answers, at least one of them right.
    pub options: Vec<QuestionOption>,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOption {
    /// The answer, safe HTML (inline markdown).
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// Why, safe HTML (inline markdown).
    pub why: String,
}

/// A heading in the table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TocEntry {
    /// The anchor, without `#`.
    pub anchor: String,
    /// The heading's plain text.
    pub text: String,
}
