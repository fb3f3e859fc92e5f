//! The async side of the sandbox: a bounded queue before worker processes.
//!
//! Guests are computed in processes of their own, one for each core, never in the one that serves pages. The queue is fair
//! to keys (a learner, an address): keys take turns, so nobody waits for another's hundred jobs. When it is full, it says
//! so at once.
//!
//! - `line` is the queue.
//! - `threads` has a thread for each worker, which takes from the queue.
//! - `worker` is what such a thread holds: a process, and the rules for when it dies.
//! - `process` speaks with the process.

mod line;
mod metrics;
mod process;
mod threads;
mod worker;

use std::{
    collections::BTreeMap,
    sync::{Arc, RwLock},
    time::Instant,
};

use domain::{Assessment, Conversation, Program, Queried, Report, RunOutcome, RuntimeName, ServiceRequest, SourceFile};
use prometheus_client::registry::Registry;

pub use self::process::{StartError, WorkerCommand};
use self::{
    metrics::PoolMetrics,
    threads::{Refused, Threads},
    worker::Worker,
};
use crate::{
    judge, run,
    worker::{
        Confinement,
        job::{Hello, Job, Reply},
    },
};

/// There is no room for another job now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("every place in the queue is taken; try again in {retry_after_s} s")]
pub struct Busy {
    /// When there probably is, in seconds.
    pub retry_after_s: u64,
}

/// Runs and judges in processes of its own. Dropping it waits for the jobs that are running.
pub struct Pool {
    threads: Threads<Worker>,
    runtimes: BTreeMap<RuntimeName, String>,
    confinement: Confinement,
    metrics: Arc<PoolMetrics>,
}

impl Pool {
    /// Starts `workers` processes before which at most `queue` jobs wait, and tells the registry what there is to measure.
    ///
    /// Blocks until every worker has verified its interpreters.
    ///
    /// # Errors
    /// A worker cannot work; the message says why, and what to do.
    pub fn start(
        command: WorkerCommand,
        workers: usize,
        queue: usize,
        registry: &mut Registry,
    ) -> Result<Self, StartError> {
        let metrics = Arc::new(PoolMetrics::new(registry));
        let (command, others) = (Arc::new(command), Arc::new(RwLock::new(())));
        let start = || Worker::start(Arc::clone(&command), Arc::clone(&others), Arc::clone(&metrics));
        // Side by side: each reads and verifies the same files.
        let started: Result<Vec<_>, StartError> = std::thread::scope(|scope| {
            let starting: Vec<_> = (0..workers.max(1)).map(|_| scope.spawn(start)).collect();
            let failed = || StartError::Process(std::io::Error::other("a thread panicked"));
            starting.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(failed()))).collect()
        });
        let mut facts = None;
        let mut workers = Vec::new();
        for (worker, hello) in started? {
            workers.push(worker);
            if let Hello::Ready { runtimes, confinement } = hello {
                facts = Some((runtimes, confinement));
            }
        }
        let (runtimes, confinement) = facts.ok_or_else(|| StartError::Unable("no worker was started".to_owned()))?;
        Ok(Self { threads: Threads::start(workers, queue), runtimes, confinement, metrics })
    }

    /// Identifies the exact bytes of a runtime; stored with every verdict. `None` where there is no such runtime.
    pub fn runtime_hash(&self, name: &RuntimeName) -> Option<&str> {
        self.runtimes.get(name).map(String::as_str)
    }

    /// What the workers have given up.
    pub fn confinement(&self) -> Confinement {
        self.confinement
    }

    /// Runs a program; `key` is whoever wants it.
    ///
    /// # Errors
    /// The queue is full, and nobody in it has more jobs than this key.
    pub async fn run(&self, key: &str, program: Program) -> Result<RunOutcome, Busy> {
        match self.work(key, Job::Run(program)).await? {
            Some(Reply::Ran(outcome)) => Ok(outcome),
            _ => Ok(run::internal_error()),
        }
    }

    /// Judges a submission; `key` is whoever wants it.
    ///
    /// # Errors
    /// The queue is full, and nobody in it has more jobs than this key.
    pub async fn judge(&self, key: &str, assessment: Assessment, files: Vec<SourceFile>) -> Result<Report, Busy> {
        let failed = judge::internal_error(&assessment);
        match self.work(key, Job::Judge(assessment, files)).await? {
            Some(Reply::Judged(report)) => Ok(report),
            _ => Ok(failed),
        }
    }

    /// Sends requests to a learner's service; `key` is whoever wants it.
    ///
    /// # Errors
    /// The queue is full, and nobody in it has more jobs than this key.
    pub async fn converse(
        &self,
        key: &str,
        assessment: Assessment,
        files: Vec<SourceFile>,
        requests: Vec<ServiceRequest>,
    ) -> Result<Conversation, Busy> {
        match self.work(key, Job::Converse(assessment, files, requests)).await? {
            Some(Reply::Conversed(conversation)) => Ok(conversation),
            _ => Ok(judge::no_conversation()),
        }
    }

    /// Executes a script and a query in a database with a dataset in it; `key` is whoever wants it.
    ///
    /// # Errors
    /// The queue is full, and nobody in it has more jobs than this key.
    pub async fn query(
        &self,
        key: &str,
        assessment: Assessment,
        files: Vec<SourceFile>,
        dataset: Option<String>,
        query: String,
    ) -> Result<Queried, Busy> {
        match self.work(key, Job::Query { assessment, files, dataset, query }).await? {
            Some(Reply::Queried(queried)) => Ok(queried),
            _ => Ok(judge::no_answer()),
        }
    }

    /// `None` where the thread before a worker panicked, which is ours.
    async fn work(&self, key: &str, job: Job) -> Result<Option<Reply>, Busy> {
        let metrics = Arc::clone(&self.metrics);
        let (asked, waiting) = (Instant::now(), metrics.waits());
        let work = move |worker: &mut Worker| {
            drop(waiting);
            let begun = Instant::now();
            metrics.wait.observe((begun - asked).as_secs_f64());
            let reply = worker.work(&job);
            metrics.work.observe(begun.elapsed().as_secs_f64());
            metrics.count(&job, &reply);
            reply
        };
        match self.threads.submit(key, work).await {
            Ok(reply) => Ok(Some(reply)),
            Err(Refused::Panicked) => Ok(None),
            Err(Refused::Busy(busy)) => {
                self.metrics.refused.inc();
                Err(busy)
            }
        }
    }
}
