//! The words of Backroad as plain types, shared by the server and the browser.
//!
//! Nothing here does I/O, and nothing here depends on another of our crates. A type belongs here when two
//! crates speak about it; a type that only one crate needs stays there.

mod account;
pub mod api;
mod console;
mod draft;
mod exercise;
mod expectation;
mod files;
mod generator;
mod ids;
mod language;
mod lesson;
mod limits;
mod network;
mod pillar;
mod problem_report;
mod progress;
mod quiz;
mod report;
mod run;
mod suite;
mod text;
mod verdict;

pub use account::{Account, Role, Theme, Viewer};
pub use console::{
    Conversation, Grid, MAX_REQUEST_BYTES, MAX_REQUESTS, METHODS, NoRequest, OwnInput, OwnOutcome, Queried,
    ServiceAnswer, TypedRequest, curl,
};
pub use draft::Draft;
pub use exercise::{ExerciseKind, Hint, Solutions, StageName, UnknownKind};
pub use expectation::{Aspect, Bound, Condition, Expectation, Growth};
pub use files::{FileError, MAX_FILE_BYTES, MAX_FILES, SourceFile, check_files};
pub use generator::{Field, GENERATOR_TAG, Generator};
pub use ids::{ExerciseId, LearnerId, LessonId, ModuleId, SubmissionId, Timestamp};
pub use language::{Language, Library, RuntimeName, UnknownLanguage, UnknownLibrary};
pub use lesson::{Block, Question, QuestionOption, TocEntry, TryVariant};
pub use limits::Limits;
pub use network::{CannedResponse, LoggedRequest, Network, NetworkLog, VirtualHost};
pub use pillar::{Pillar, UnknownPillar};
pub use problem_report::{MAX_MESSAGE_BYTES, ProblemReport};
pub use progress::{AnswerSheetSummary, Counts, ExerciseState, Minutes, Standing, StretchState, SubmissionSummary};
pub use quiz::{Choice, ChoiceError, Explanation, OptionView, QuestionView, check_choices};
pub use report::{Curve, Points, Report, Status, TestResult};
pub use run::{Exit, Program, RunOutcome, RunVerdict};
pub use suite::{
    Action, Assessment, Capture, CaptureSource, RequestBody, Reveal, ServiceRequest, Step, Suite, TestCase, Tested,
};
pub use text::visible_text;
pub use verdict::Verdict;
