//! Sending the code and waiting for its report.

use domain::api::{SubmissionView, SubmitRequest};
use domain::{ExerciseState, Language, Report, SourceFile, SubmissionId, Verdict};
use leptos::prelude::*;

use super::version::Version;
use crate::client::{self, Failure, Method};
use crate::data::TestItem;

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Run {
    /// Nothing was sent yet; these tests will be run.
    None(Vec<TestItem>),
    /// The code is on its way, or being judged at once.
    Running,
    /// It is kept and waits for its turn.
    Waiting,
    /// The report, and of which submission, if it was sent from here.
    Done(Box<Report>, Option<SubmissionId>),
    /// Why there is none.
    Failed(String),
}

/// Sends and waits. A handle: copies speak of the same run.
#[derive(Clone, Copy)]
pub(super) struct Runner {
    /// What there is to show.
    pub(super) run: RwSignal<Run>,
    /// Counts what came since the page was opened: the results pane is told of news only.
    pub(super) news: RwSignal<usize>,
    action: StoredValue<String>,
    version: Version,
}

/// Where the page explains a solved exercise.
pub(super) const EXPLANATION: &str = "#explanation";

/// Pauses between questions, in milliseconds; the last is repeated until the patience is used up.
const PAUSES: [i32; 4] = [300, 600, 1_000, 2_000];
const PATIENCE: usize = 60;

impl Runner {
    pub(super) fn new(action: &str, version: Version, start: Run) -> Self {
        Self { run: RwSignal::new(start), news: RwSignal::new(0), action: StoredValue::new(action.to_owned()), version }
    }

    /// Whether a report is awaited; tracked.
    pub(super) fn is_busy(self) -> bool {
        self.run.with(|run| matches!(run, Run::Running | Run::Waiting))
    }

    /// The page that shows what solving unlocks: this one, asked for anew where the report came after it was drawn.
    pub(super) fn unlocked(self, sent: Option<&SubmissionId>) -> String {
        sent.map_or_else(
            || EXPLANATION.to_owned(),
            |id| self.action.with_value(|action| format!("{action}?submission={id}{EXPLANATION}")),
        )
    }

    /// Sends the code, unless a report is awaited already.
    pub(super) fn submit(self, language: Language, files: Vec<SourceFile>, signed_in: bool) {
        if untrack(|| self.is_busy()) {
            return;
        }
        self.run.set(Run::Running);
        let url = self.action.with_value(|action| format!("{action}/submissions"));
        let body = client::json(&SubmitRequest { language, files, signed_in });
        leptos::task::spawn_local(async move {
            let answer = client::request(Method::Post, &url, body).await;
            match answer.and_then(|answer| answer.read::<SubmissionView>()) {
                Ok(SubmissionView { id, report, exercise_hash, .. }) => {
                    self.version.compare(&exercise_hash);
                    match report {
                        Some(report) => self.show(Run::Done(Box::new(report), Some(id))),
                        None => self.wait(id).await,
                    }
                }
                Err(failure) => self.show(Run::Failed(failure.sentence())),
            }
        });
    }

    /// Waits for the report of a submission that was sent before.
    pub(super) fn await_report(self, id: SubmissionId) {
        leptos::task::spawn_local(self.wait(id));
    }

    async fn wait(self, id: SubmissionId) {
        self.run.set(Run::Waiting);
        let url = format!("/submissions/{id}");
        for pause in PAUSES.into_iter().chain(std::iter::repeat(PAUSES[PAUSES.len() - 1])).take(PATIENCE) {
            client::sleep(pause).await;
            let answer = client::request(Method::Get, &url, None).await;
            match answer.and_then(|answer| answer.read::<SubmissionView>()) {
                Ok(SubmissionView { report: Some(report), .. }) => {
                    return self.show(Run::Done(Box::new(report), Some(id)));
                }
                // Not judged yet, or the way there is cut for a moment: the submission is kept, so asking again is safe.
                Ok(_) | Err(Failure::Offline) => {}
                Err(failure) => return self.show(Run::Failed(failure.sentence())),
            }
        }
        let late = "Your code is kept and still waits to be judged. Reload this page in a while to see its report.";
        self.show(Run::Failed(late.to_owned()));
    }

    fn show(self, run: Run) {
        if let Run::Done(report, _) = &run {
            match report.verdict {
                Verdict::Passed => client::show_state(ExerciseState::Solved),
                // Not the learner's attempt: it does not count.
                Verdict::InternalError => {}
                _ => client::show_state(ExerciseState::Tried),
            }
        }
        self.run.set(run);
        self.news.update(|count| *count += 1);
    }
}
