//! What the judge asks of an instance, so that its rules can be tested without one.

use crate::{Answer, Guest, Output, Request, Stop};

/// One fresh instance with a learner's code in it.
pub(super) trait Subject {
    fn ask(&mut self, request: &Request) -> Result<Answer, Stop>;
    fn take_output(&mut self) -> Output;
    fn fuel_used(&self) -> u64;
    fn memory_bytes(&self) -> u64;
    /// What lies in its data folder, by the path in it.
    fn data(&mut self) -> Vec<(String, Vec<u8>)>;
}

impl Subject for Guest {
    fn ask(&mut self, request: &Request) -> Result<Answer, Stop> {
        Self::ask(self, request)
    }

    fn take_output(&mut self) -> Output {
        Self::take_output(self)
    }

    fn fuel_used(&self) -> u64 {
        Self::fuel_used(self)
    }

    fn memory_bytes(&self) -> u64 {
        Self::memory_bytes(self)
    }

    fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        Self::data(self)
    }
}
