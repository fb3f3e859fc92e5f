//! Keeps what people do: accounts, sessions, drafts, submissions, verdicts and progress.
//!
//! Everything is in one SQLite file. [`Store`] opens it and hands out one small handle for each aggregate
//! (`store.drafts()`, `store.submissions()`, …); their methods take and give the words of `domain`. What other
//! crates see of the database are those words and [`StoreError`]: no type of sqlx leaves this crate and the SQL
//! keeps to what PostgreSQL accepts too, so that a larger installation can get another engine behind the same
//! interface.
//!
//! Two rules carry the rest:
//! - **Work is never lost.** A method that returns `Ok` has committed, with `synchronous = FULL`. Submissions, test
//!   runs and answer sheets are only added to; a draft that loses to another one goes to the draft history.
//! - **Standings are derived.** One query says what a standing is, for the update after a verdict and for
//!   [`Standings::rebuild`] alike.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that cannot go on should fail"))]

mod accounts;
mod answer_sheets;
mod backdating;
mod columns;
mod database;
mod drafts;
mod error;
mod learners;
mod lessons;
mod merge;
mod migrations;
mod modules;
mod problem_reports;
mod sessions;
mod solutions_seen;
mod standings;
mod submissions;
mod test_runs;

#[cfg(test)]
mod tests;

pub use accounts::{Accounts, Credentials, NewAccount};
pub use answer_sheets::{AnswerSheet, AnswerSheets};
pub use backdating::Backdating;
pub use database::Store;
pub use drafts::{DisplacedDraft, DraftSave, Drafts, HISTORY_LENGTH, Reason};
pub use error::{MigrationError, OpenError, StoreError};
pub use learners::Learners;
pub use lessons::Lessons;
pub use migrations::MigrationStatus;
pub use modules::Modules;
pub use problem_reports::ProblemReports;
pub use sessions::{GUEST_SESSION_DAYS, LEARNER_KEY, SESSION_DAYS, Sessions};
pub use solutions_seen::SolutionsSeen;
pub use standings::Standings;
pub use submissions::{NewSubmission, Submission, Submissions};
pub use test_runs::{NewTestRun, TestRuns};
