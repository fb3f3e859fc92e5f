//! What an operator wants to know of the pool, as Prometheus takes it.

use std::sync::atomic::AtomicU64;

use domain::{RunVerdict, Verdict};
use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::{Registry, Unit},
};

use crate::worker::job::{Job, Reply};

/// The labels of a finished job.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct JobLabels {
    /// `run` or `judge`.
    kind: &'static str,
    language: &'static str,
    verdict: &'static str,
}

/// The figures.
#[derive(Debug)]
pub(super) struct PoolMetrics {
    jobs: Family<JobLabels, Counter>,
    /// Seconds from being asked to being begun.
    pub(super) wait: Histogram,
    /// Seconds of work.
    pub(super) work: Histogram,
    waiting: Gauge,
    pub(super) refused: Counter,
    pub(super) workers: Gauge<i64>,
    pub(super) restarts: Counter<u64, AtomicU64>,
}

impl PoolMetrics {
    /// Zero, and told to the registry.
    pub(super) fn new(registry: &mut Registry) -> Self {
        // From a tenth of a millisecond to half a minute.
        let seconds = || Histogram::new(exponential_buckets(0.0001, 4.0, 10));
        let metrics = Self {
            jobs: Family::default(),
            wait: seconds(),
            work: seconds(),
            waiting: Gauge::default(),
            refused: Counter::default(),
            workers: Gauge::default(),
            restarts: Counter::default(),
        };
        registry.register("sandbox_jobs", "Programs run and submissions judged", metrics.jobs.clone());
        registry.register_with_unit("sandbox_wait", "Time in the queue", Unit::Seconds, metrics.wait.clone());
        registry.register_with_unit("sandbox_work", "Time in a worker", Unit::Seconds, metrics.work.clone());
        registry.register("sandbox_waiting", "Jobs in the queue", metrics.waiting.clone());
        registry.register("sandbox_refused", "Jobs for which there was no place", metrics.refused.clone());
        registry.register("sandbox_workers", "Worker processes alive", metrics.workers.clone());
        registry.register("sandbox_worker_restarts", "Worker processes replaced", metrics.restarts.clone());
        metrics
    }

    /// Counts a job that waits, for as long as what this gives lives: until it begins, or whoever asked for it has gone.
    pub(super) fn waits(&self) -> Waiting {
        self.waiting.inc();
        Waiting(self.waiting.clone())
    }

    /// Counts a job that is done.
    pub(super) fn count(&self, job: &Job, reply: &Reply) {
        let verdict = match reply {
            Reply::Ran(outcome) => run_verdict(outcome.verdict),
            Reply::Judged(report) => report.verdict.as_str(),
            Reply::Conversed(conversation) if conversation.problem.is_none() => "ok",
            Reply::Queried(queried) if queried.problem.is_none() => "ok",
            Reply::Conversed(_) | Reply::Queried(_) => Verdict::RuntimeError.as_str(),
        };
        let (kind, language) = match job {
            Job::Run(program) => ("run", program.language),
            Job::Judge(assessment, _) => ("judge", assessment.language),
            Job::Query { assessment, .. } => ("query", assessment.language),
            Job::Converse(assessment, ..) => ("converse", assessment.language),
        };
        self.jobs.get_or_create(&JobLabels { kind, language: language.as_str(), verdict }).inc();
    }
}

/// A job in the queue.
pub(super) struct Waiting(Gauge);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.dec();
    }
}

fn run_verdict(verdict: RunVerdict) -> &'static str {
    match verdict {
        RunVerdict::Ok => "ok",
        RunVerdict::RuntimeError => Verdict::RuntimeError.as_str(),
        RunVerdict::TimeLimit => Verdict::TimeLimit.as_str(),
        RunVerdict::MemoryLimit => Verdict::MemoryLimit.as_str(),
        RunVerdict::OutputLimit => Verdict::OutputLimit.as_str(),
        RunVerdict::CompileError => Verdict::CompileError.as_str(),
        RunVerdict::InternalError => Verdict::InternalError.as_str(),
    }
}
