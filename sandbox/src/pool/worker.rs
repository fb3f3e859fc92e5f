//! One worker: a process, replaced when it dies, and the rules for a job that came to no answer.

use std::sync::{Arc, PoisonError, RwLock};

use super::{
    metrics::PoolMetrics,
    process::{Lost, Process, StartError, WorkerCommand},
};
use crate::{
    judge, run,
    worker::job::{Hello, Job, Reply},
};

/// A process, and how to start the next.
pub(super) struct Worker {
    command: Arc<WorkerCommand>,
    process: Option<Process>,
    /// Held for reading by every usual job, for writing by one that must be alone.
    others: Arc<RwLock<()>>,
    metrics: Arc<PoolMetrics>,
}

impl Worker {
    /// Starts the first process.
    pub(super) fn start(
        command: Arc<WorkerCommand>,
        others: Arc<RwLock<()>>,
        metrics: Arc<PoolMetrics>,
    ) -> Result<(Self, Hello), StartError> {
        let (process, hello) = Process::start(&command)?;
        metrics.workers.inc();
        Ok((Self { command, process: Some(process), others, metrics }, hello))
    }

    /// Does a job. A worker that dies costs one more try, and one that is stuck another one while nobody else computes;
    /// only then is it known whether it was the job.
    pub(super) fn work(&mut self, job: &Job) -> Reply {
        let others = Arc::clone(&self.others);
        let beside = others.read().unwrap_or_else(PoisonError::into_inner);
        let first = self.try_once(job);
        drop(beside);
        let second = match first {
            Ok(reply) => return reply,
            Err(Lost::Died(why)) => {
                tracing::warn!(why, "a worker died; its job is done by the next");
                let _beside = others.read().unwrap_or_else(PoisonError::into_inner);
                self.try_once(job)
            }
            Err(Lost::Stuck) => {
                tracing::warn!("a worker was stuck; its job is done once more, alone");
                let _alone = others.write().unwrap_or_else(PoisonError::into_inner);
                self.try_once(job)
            }
        };
        second.unwrap_or_else(|lost| {
            tracing::error!(?lost, "a job could not be done twice in a row");
            match (lost, job) {
                (Lost::Stuck, Job::Run(_)) => Reply::Ran(run::time_limit()),
                (Lost::Stuck, Job::Judge(assessment, _)) => Reply::Judged(judge::time_limit(assessment)),
                (Lost::Stuck, Job::Converse(..)) => Reply::Conversed(judge::late_conversation()),
                (Lost::Stuck, Job::Query { .. }) => Reply::Queried(judge::late_answer()),
                (Lost::Died(_), Job::Query { .. }) => Reply::Queried(judge::no_answer()),
                (Lost::Died(_), Job::Converse(..)) => Reply::Conversed(judge::no_conversation()),
                (Lost::Died(_), Job::Run(_)) => Reply::Ran(run::internal_error()),
                (Lost::Died(_), Job::Judge(assessment, _)) => Reply::Judged(judge::internal_error(assessment)),
            }
        })
    }

    fn try_once(&mut self, job: &Job) -> Result<Reply, Lost> {
        if self.process.is_none() {
            let (process, _) = Process::start(&self.command).map_err(|error| Lost::Died(error.to_string()))?;
            self.metrics.workers.inc();
            self.metrics.restarts.inc();
            tracing::info!(process = process.id(), "a worker was started");
            self.process = Some(process);
        }
        let Some(process) = self.process.as_mut() else { return Err(Lost::Died("there is no process".to_owned())) };
        process.ask(job, job.patience()).inspect_err(|_| {
            self.process = None;
            self.metrics.workers.dec();
        })
    }
}
