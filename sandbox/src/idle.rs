//! Instances that have done their work and may do more of the same submission's.
//!
//! An instance that is put back costs a fraction of one that is ended and made anew. Whoever judges a submission has some;
//! none of them outlives it, so that what separates one learner from another is what the engine does between two instances.

use std::{cell::RefCell, ptr};

use domain::{Limits, SourceFile};

use crate::{Guest, HostFailure, Runtime, Surroundings, bridge::Bridge, guest::Checkpoint};

/// The idle instances of one submission.
#[derive(Default)]
pub(crate) struct Idle<'a>(RefCell<Vec<(&'a Runtime, Guest)>>);

impl<'a> Idle<'a> {
    /// As [`Guest::start_in`].
    pub(crate) fn start(
        &self,
        runtime: &'a Runtime,
        files: &[SourceFile],
        limits: &Limits,
        surroundings: Surroundings<'_>,
    ) -> Result<Guest, HostFailure> {
        Guest::start_over(self.take(runtime), runtime, files, limits, surroundings)
    }

    /// As [`Guest::resume`].
    pub(crate) fn resume(
        &self,
        runtime: &'a Runtime,
        checkpoint: &Checkpoint,
        bridge: Option<Box<dyn Bridge>>,
    ) -> Result<Guest, HostFailure> {
        Guest::resume(self.take(runtime), runtime, checkpoint, bridge)
    }

    /// Takes an instance back that has done its work.
    pub(crate) fn give(&self, runtime: &'a Runtime, mut guest: Guest) {
        // What it could ask may be an instance that is idle from now on as well.
        guest.disconnect();
        self.0.borrow_mut().push((runtime, guest));
    }

    fn take(&self, runtime: &Runtime) -> Option<Guest> {
        let mut idle = self.0.borrow_mut();
        let place = idle.iter().position(|(of, _)| ptr::eq(*of, runtime))?;
        Some(idle.swap_remove(place).1)
    }
}
