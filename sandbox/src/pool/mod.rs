//! The async side of the sandbox: a bounded queue before a fixed number of threads.
//!
//! Guests are computed on threads of their own, with the native stack they need, never on those that serve pages. The
//! queue is fair to keys (a learner, an address): keys take turns, so nobody waits for another's hundred jobs. When it is
//! full, it says so at once.

mod line;
mod workers;

use domain::{Assessment, Program, Report, RunOutcome, SourceFile};

use self::workers::{Refused, Workers};
use crate::{NATIVE_STACK_BYTES, Sandbox, judge, run};

/// There is no room for another job now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("every place in the queue is taken; try again in {retry_after_s} s")]
pub struct Busy {
    /// When there probably is, in seconds.
    pub retry_after_s: u64,
}

/// Runs and judges on threads of its own. Dropping it waits for the jobs that are running.
pub struct Pool {
    sandbox: Sandbox,
    workers: Workers,
}

impl Pool {
    /// Starts `workers` threads before which at most `queue` jobs wait.
    ///
    /// # Panics
    /// The system gives no thread.
    pub fn new(sandbox: Sandbox, workers: usize, queue: usize) -> Self {
        Self { sandbox, workers: Workers::start(workers, queue, NATIVE_STACK_BYTES) }
    }

    /// Runs a program; `key` is whoever wants it.
    ///
    /// # Errors
    /// The queue is full, and nobody in it has more jobs than this key.
    pub async fn run(&self, key: &str, program: Program) -> Result<RunOutcome, Busy> {
        let sandbox = self.sandbox.clone();
        match self.workers.submit(key, move || sandbox.run(&program)).await {
            Ok(outcome) => Ok(outcome),
            Err(Refused::Panicked) => Ok(run::internal_error()),
            Err(Refused::Busy(busy)) => Err(busy),
        }
    }

    /// Judges a submission; `key` is whoever wants it.
    ///
    /// # Errors
    /// The queue is full, and nobody in it has more jobs than this key.
    pub async fn judge(&self, key: &str, assessment: Assessment, files: Vec<SourceFile>) -> Result<Report, Busy> {
        let sandbox = self.sandbox.clone();
        let failed = judge::internal_error(&assessment);
        match self.workers.submit(key, move || sandbox.judge(&assessment, &files)).await {
            Ok(report) => Ok(report),
            Err(Refused::Panicked) => Ok(failed),
            Err(Refused::Busy(busy)) => Err(busy),
        }
    }
}
