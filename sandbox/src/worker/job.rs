//! What server and worker say to each other.

use std::{collections::BTreeMap, time::Duration};

use domain::{
    Assessment, Conversation, Limits, Program, Queried, Report, RunOutcome, RuntimeName, ServiceRequest, SourceFile,
};
use serde::{Deserialize, Serialize};

use super::Confinement;

/// The first word of a worker.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Hello {
    /// It has verified every interpreter and waits for jobs.
    Ready {
        /// What identifies the exact bytes of each interpreter.
        runtimes: BTreeMap<RuntimeName, String>,
        /// What it has given up.
        confinement: Confinement,
    },
    /// It cannot work; why, and what to do about it.
    Unable(String),
}

/// Something to compute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Job {
    /// A program to run once.
    Run(Program),
    /// A submission to judge.
    Judge(Assessment, Vec<SourceFile>),
    /// A service to send requests to.
    Converse(Assessment, Vec<SourceFile>, Vec<ServiceRequest>),
    /// A script and a query to execute.
    Query {
        /// The exercise.
        assessment: Assessment,
        /// The script.
        files: Vec<SourceFile>,
        /// The dataset's name.
        dataset: Option<String>,
        /// The query.
        query: String,
    },
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply {
    /// Of a program.
    Ran(RunOutcome),
    /// Of a submission.
    Judged(Report),
    /// Of a service.
    Conversed(Conversation),
    /// Of a query.
    Queried(Queried),
}

/// Beside what a job may compute: for a machine that is busy with everything else.
const GRACE: Duration = Duration::from_secs(5);
/// How much slower than the reference machine a machine may be before a job counts as stuck.
const SLOWEST: u32 = 10;
/// How many tests of a submission may each use all their time; see the judge's report.
const FULL_TESTS: u32 = 3;

impl Job {
    /// How long to wait before the job counts as stuck. Fuel ends every guest long before; this is for what fuel cannot
    /// see, a machine that stands still or a mistake of ours.
    pub(crate) fn patience(&self) -> Duration {
        let time = |limits: &Limits| Duration::from_millis(limits.time_ms.into());
        GRACE
            + match self {
                Self::Run(program) => time(&program.limits) * SLOWEST,
                Self::Converse(assessment, ..) | Self::Query { assessment, .. } => time(&assessment.limits) * SLOWEST,
                Self::Judge(assessment, _) => {
                    let tests = u32::try_from(assessment.suite.tests.len()).unwrap_or(u32::MAX);
                    time(&assessment.limits) * (SLOWEST * FULL_TESTS).max(tests.saturating_mul(3))
                }
            }
    }
}
