//! Where a learner stands.

use serde::{Deserialize, Serialize};

use crate::{ExerciseId, Language, SubmissionId, Timestamp, Verdict};

/// How far a learner is with an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExerciseState {
    /// Nothing submitted.
    #[default]
    New,
    /// Submitted, not passed yet.
    Tried,
    /// Passed at least once.
    Solved,
}

/// How far a learner is with a module or a lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StretchState {
    /// Nothing done.
    #[default]
    New,
    /// Something read or solved.
    Begun,
    /// Everything read and solved.
    Done,
    /// The learner has proved by its last exercises that they know it.
    Known,
}

/// An estimate of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// For everything.
    pub all: u32,
    /// For what is left to do.
    pub left: u32,
}

impl Minutes {
    /// Both taken together.
    pub fn plus(self, other: Self) -> Self {
        Self { all: self.all + other.all, left: self.left + other.left }
    }
}

/// A learner's standing on one exercise, derived from submissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The exercise.
    pub exercise: ExerciseId,
    /// How far.
    pub state: ExerciseState,
    /// Judged submissions, failures of ours not counted.
    pub attempts: u32,
    /// When it was first passed.
    pub solved_at: Option<Timestamp>,
}

/// One line of a learner's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionSummary {
    /// The submission.
    pub id: SubmissionId,
    /// The exercise it answers.
    pub exercise: ExerciseId,
    /// The language it is written in.
    pub language: Language,
    /// When it was taken.
    pub created_at: Timestamp,
    /// The newest verdict; `None` while it waits for one.
    pub verdict: Option<Verdict>,
}

/// One quiz in a learner's history, answered once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerSheetSummary {
    /// The exercise it answers.
    pub exercise: ExerciseId,
    /// When it was taken.
    pub created_at: Timestamp,
    /// What was said of it.
    pub verdict: Verdict,
}

/// Done of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Done.
    pub done: u32,
    /// Of so many.
    pub all: u32,
}
