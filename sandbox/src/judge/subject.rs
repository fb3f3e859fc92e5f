//! What the judge asks of an instance, so that its rules can be tested without one.

use domain::{NetworkLog, SourceFile};

use crate::{Answer, Checked, HostFailure, Output, Request, Stop};

/// One fresh instance with a learner's code in it.
pub(super) trait Subject {
    fn ask(&mut self, request: &Request) -> Result<Answer, Stop>;
    fn take_output(&mut self) -> Output;
    fn fuel_used(&self) -> u64;
    fn memory_bytes(&self) -> u64;
    /// What lies in its data folder, by the path in it.
    fn data(&mut self) -> Vec<(String, Vec<u8>)>;
    /// The requests that it has made.
    fn requests(&self) -> NetworkLog;
    /// Runs the learner's own tests against the implementation that it was started with.
    fn run_tests(&mut self) -> Result<Answer, Stop>;
    /// Lets an author's script look at it.
    fn check(&mut self, script: &SourceFile, function: &str) -> Result<Checked, HostFailure>;
    /// Why it was stopped, where it was.
    fn stopped(&self) -> Option<Stop>;
}
