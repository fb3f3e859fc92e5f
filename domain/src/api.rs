//! What the browser and the server say to each other as JSON, beside the plain forms.

use serde::{Deserialize, Serialize};

use crate::{Choice, Draft, Language, OwnInput, Points, QuestionView, Report, SourceFile, SubmissionId, Verdict};

/// `POST /exercises/{module}/{slug}/submissions`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitRequest {
    /// The language of the files.
    pub language: Language,
    /// The code.
    pub files: Vec<SourceFile>,
    /// Whether the page was drawn for an account. Where nobody is logged in any more, nothing is taken: it would become
    /// the work of a guest, and its author would miss it.
    #[serde(default)]
    pub signed_in: bool,
}

/// `POST /exercises/{module}/{slug}/run`; the answer is an [`OwnOutcome`](crate::OwnOutcome).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunRequest {
    /// The language of the files.
    pub language: Language,
    /// The code.
    pub files: Vec<SourceFile>,
    /// What it is to be tried with.
    pub input: OwnInput,
}

/// The answer to a submission, and to asking again for it at `GET /submissions/{id}`.
///
/// 200 with a report, or 202 without one while it is being judged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubmissionView {
    /// The submission, kept from now on.
    pub id: SubmissionId,
    /// `None` while it is being judged.
    pub report: Option<Report>,
    /// Whether this learner has ever passed this exercise.
    pub solved: bool,
    /// The hash of the content that it is judged by: a page that was drawn from other content is out of date.
    pub exercise_hash: String,
}

/// `POST /exercises/{module}/{slug}/answers`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswersRequest {
    /// For each question of the quiz, in order, the places of the options chosen.
    pub choices: Vec<Choice>,
    /// The hash of the content that was answered; empty where that is not known.
    #[serde(default)]
    pub exercise_hash: String,
}

/// The answer to an answered quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersView {
    /// Passed when every question is right.
    pub verdict: Verdict,
    /// Earned only by a pass.
    pub points: Points,
    /// Whether this learner has ever passed this quiz.
    pub solved: bool,
    /// Each question, with what may be told of it.
    pub questions: Vec<QuestionView>,
}

/// `PUT /exercises/{module}/{slug}/drafts/{language}`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// The code.
    pub files: Vec<SourceFile>,
    /// The revision this builds on; 0 where there was none.
    pub revision: u32,
    /// As in [`SubmitRequest`].
    #[serde(default)]
    pub signed_in: bool,
    /// The hash of the content that the page was drawn from; empty where that is not known.
    #[serde(default)]
    pub exercise_hash: String,
}

/// The answer to a saved draft: 200 with what is kept now, or 409 with the draft that another device saved since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// What the server keeps.
    pub draft: Draft,
    /// The hash of the exercise's content as it is now.
    pub exercise_hash: String,
}

/// `POST /try`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TryRequest {
    /// The language of the code.
    pub language: Language,
    /// One program.
    pub code: String,
}

/// An error, in the form of RFC 9457 (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// A short name of the kind of problem.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What a person can do about it.
    pub detail: String,
    /// The form field it belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}
