//! From a submission to its verdict.
//!
//! A submission is stored before it is judged, and a verdict is a row of its own. So a process that dies in between
//! leaves a submission without a verdict, and [`Judge::resume`] judges it at the next start. A place in the queue is
//! taken *before* the submission is stored: when there is none, nothing was acknowledged and the learner is told at once.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use curriculum::Catalogue;
use domain::{
    Assessment, Conversation, Language, Points, Program, Queried, Report, RunOutcome, RuntimeName, ServiceRequest,
    SourceFile, Status, SubmissionId, Timestamp, Verdict,
};
use sandbox::{Busy, Pool};
use store::{NewTestRun, Store, StoreError, Submission};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinHandle,
};

/// What a client should wait where the queue is full, in seconds.
const RETRY_AFTER_S: u64 = 3;
/// The longest pause between two tries to write a verdict down.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Runs programs and judges submissions.
#[derive(Clone)]
pub struct Judge {
    pool: Arc<Pool>,
    store: Store,
    places: Arc<Semaphore>,
}

/// A place in the queue, free again when the verdict is written down.
#[derive(Debug)]
pub struct Place {
    _permit: OwnedSemaphorePermit,
}

/// One submission on its way to a verdict.
#[derive(Debug)]
pub struct Task {
    /// Which one.
    pub submission: SubmissionId,
    /// Learners take turns; this is whose turn it takes.
    pub learner: String,
    /// What it is judged against.
    pub assessment: Assessment,
    /// The code.
    pub files: Vec<SourceFile>,
}

impl Judge {
    /// A judge with so many places.
    pub fn new(pool: Arc<Pool>, store: Store, places: usize) -> Self {
        Self { pool, store, places: Arc::new(Semaphore::new(places)) }
    }

    /// Identifies the interpreter that judges an exercise; nothing where there is none, which the verdict will say.
    pub fn runtime_hash(&self, assessment: &Assessment) -> &str {
        let name = RuntimeName::new(assessment.language, &assessment.libraries);
        self.pool.runtime_hash(&name).unwrap_or_default()
    }

    /// Takes a place in the queue.
    ///
    /// # Errors
    /// Every place is taken.
    pub fn reserve(&self) -> Result<Place, Busy> {
        Arc::clone(&self.places)
            .try_acquire_owned()
            .map(|permit| Place { _permit: permit })
            .map_err(|_| Busy { retry_after_s: RETRY_AFTER_S })
    }

    /// Judges in the background and writes the verdict down. It goes on when the one who waits goes away.
    pub fn start(&self, task: Task, place: Place) -> JoinHandle<Report> {
        let judge = self.clone();
        tokio::spawn(async move {
            let report = judge.finish(task).await;
            drop(place);
            report
        })
    }

    /// Runs a program once, for whoever `key` is.
    ///
    /// # Errors
    /// The queue is full.
    pub async fn run(&self, key: &str, program: Program) -> Result<RunOutcome, Busy> {
        self.pool.run(key, program).await
    }

    /// Sends requests to a learner's service, for whoever `key` is.
    ///
    /// # Errors
    /// The queue is full.
    pub async fn converse(
        &self,
        key: &str,
        assessment: Assessment,
        files: Vec<SourceFile>,
        requests: Vec<ServiceRequest>,
    ) -> Result<Conversation, Busy> {
        self.pool.converse(key, assessment, files, requests).await
    }

    /// Executes a learner's script and query in a database with a dataset in it, for whoever `key` is.
    ///
    /// # Errors
    /// The queue is full.
    pub async fn query(
        &self,
        key: &str,
        assessment: Assessment,
        files: Vec<SourceFile>,
        dataset: Option<String>,
        query: String,
    ) -> Result<Queried, Busy> {
        self.pool.query(key, assessment, files, dataset, query).await
    }

    /// Judges what a former process left without a verdict, oldest first, beside the work of the day. Gives how many.
    ///
    /// # Errors
    /// The store could not be read.
    pub async fn resume(&self, catalogue: &Catalogue) -> Result<usize, StoreError> {
        let pending = self.store.submissions().pending().await?;
        let count = pending.len();
        for submission in pending {
            let Ok(permit) = Arc::clone(&self.places).acquire_owned().await else { break };
            let place = Place { _permit: permit };
            match task_of(catalogue, &submission) {
                Some(task) => drop(self.start(task, place)),
                None => {
                    let started_at = now();
                    self.write_down(&submission.id, gone(submission.content.language), started_at).await;
                }
            }
        }
        Ok(count)
    }

    async fn finish(&self, task: Task) -> Report {
        let started_at = now();
        let report = self.judge(&task).await;
        self.write_down(&task.submission, report, started_at).await
    }

    async fn judge(&self, task: &Task) -> Report {
        loop {
            match self.pool.judge(&task.learner, task.assessment.clone(), task.files.clone()).await {
                Ok(report) => return report,
                // Trials share the pool and may fill it for a moment; this submission is already acknowledged.
                Err(Busy { retry_after_s }) => {
                    tokio::time::sleep(Duration::from_secs(retry_after_s.clamp(1, 10))).await;
                }
            }
        }
    }

    /// Writes a verdict down, however long the disk is full: the submission waits with it.
    async fn write_down(&self, submission: &SubmissionId, report: Report, started_at: Timestamp) -> Report {
        let run = NewTestRun { submission: submission.clone(), report, started_at, finished_at: now() };
        let mut pause = Duration::from_millis(250);
        loop {
            match self.store.test_runs().record(&run).await {
                Ok(_) => return run.report,
                Err(error @ (StoreError::Full(_) | StoreError::Unavailable(_))) => {
                    tracing::error!("a verdict waits to be written down: {error}");
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
                Err(error) => {
                    tracing::error!("a verdict could not be written down: {error}");
                    return run.report;
                }
            }
        }
    }
}

fn task_of(catalogue: &Catalogue, submission: &Submission) -> Option<Task> {
    let content = &submission.content;
    let exercise = catalogue.exercise_by_id(&content.exercise)?;
    let variant = exercise.variant(content.language)?;
    Some(Task {
        submission: submission.id.clone(),
        learner: content.learner.to_string(),
        assessment: variant.assessment.clone(),
        files: content.files.clone(),
    })
}

/// The report on a submission whose exercise is no longer there: ours, and not counted.
fn gone(language: Language) -> Report {
    Report {
        version: 3,
        status: Status::Error,
        message: Some("This exercise, or its tests in this language, are no longer part of the content.".to_owned()),
        verdict: Verdict::InternalError,
        points: Points::default(),
        language,
        duration_us: 0,
        fuel: 0,
        memory_bytes: 0,
        tests: Vec::new(),
    }
}

/// The time now, in milliseconds of the Unix epoch.
fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
