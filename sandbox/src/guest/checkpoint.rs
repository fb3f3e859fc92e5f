//! A guest as it was at some moment, to begin there again.
//!
//! Between two requests all that an instance is lies in its memory. Its one mutable global is the pointer to its stack, which
//! is then where it was at the start; its tables never change. (The builder of runtimes refuses what is otherwise.) Beside the
//! memory there is its world, which is ours and is copied: files, clock, randomness, what was printed, and the fuel used.
//!
//! So a guest that begins at a checkpoint computes what one would that has come there by itself, with the same fuel. An
//! instance that was stopped in the middle of something is never used again.

use domain::{Limits, SourceFile};

use super::{Guest, HostFailure, Surroundings, Task, unmade};
use crate::{
    Runtime,
    bridge::Bridge,
    limits::MemoryLimit,
    pages::{Pages, Unknown},
    wasi::{GuestState, Wasi},
};

/// A guest as it was at some moment.
pub(crate) struct Checkpoint {
    pages: Pages,
    wasi: Wasi,
    memory_limit: MemoryLimit,
    task: Task,
    fuel_left: u64,
}

impl Checkpoint {
    /// About how much memory it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.pages.kept_bytes()
    }
}

impl Guest {
    /// The guest as it is now. Nothing where it cannot be had again: it was stopped, it has asked something through its bridge,
    /// or the system does not tell what it has written to.
    pub(crate) fn checkpoint(&self, runtime: &Runtime) -> Option<Checkpoint> {
        if self.interrupted {
            return None;
        }
        let state = self.store.data();
        Some(Checkpoint {
            wasi: state.wasi.copy()?,
            pages: Pages::of(self.memory(), &runtime.originals)?,
            memory_limit: state.memory_limit.clone(),
            task: self.task.clone(),
            fuel_left: self.store.get_fuel().ok()?,
        })
    }

    /// As [`Self::start_in`], in an instance of the same runtime that has done its work, where there is one that can be used.
    pub(crate) fn start_over(
        idle: Option<Self>,
        runtime: &Runtime,
        files: &[SourceFile],
        limits: &Limits,
        surroundings: Surroundings<'_>,
    ) -> Result<Self, HostFailure> {
        let (task, state) = Task::begin(runtime, files, limits, surroundings)?;
        let unknown = match idle.map(|idle| idle.put_back(runtime, None)) {
            Some(Ok(mut guest)) => {
                guest.take_up(task, state).map_err(unmade)?;
                return Ok(guest);
            }
            Some(Err(unknown)) => unknown,
            None => Unknown::default(),
        };
        let guest = Self::instantiate(runtime, task, state).map_err(unmade)?;
        runtime.originals.learn(guest.memory(), &unknown);
        Ok(guest)
    }

    /// The guest of a checkpoint once more.
    pub(crate) fn resume(
        idle: Option<Self>,
        runtime: &Runtime,
        checkpoint: &Checkpoint,
        bridge: Option<Box<dyn Bridge>>,
    ) -> Result<Self, HostFailure> {
        let copied = checkpoint.wasi.copy();
        let mut wasi = copied.ok_or_else(|| HostFailure("a checkpoint has no world".to_owned()))?;
        if let Some(bridge) = bridge {
            wasi.connect(bridge);
        }
        let state = GuestState { wasi, memory: None, memory_limit: checkpoint.memory_limit.clone() };
        let mut guest = match idle.map(|idle| idle.put_back(runtime, Some(&checkpoint.pages))) {
            Some(Ok(guest)) => guest,
            made => Self::stamped(runtime, checkpoint, &made.and_then(Result::err).unwrap_or_default())?,
        };
        let memory = guest.memory;
        guest.interrupted = false;
        guest.task = checkpoint.task.clone();
        *guest.store.data_mut() = GuestState { memory: Some(memory), ..state };
        guest.store.set_fuel(checkpoint.fuel_left).map_err(unmade)?;
        Ok(guest)
    }

    /// Has other files in `/code` from now on. Their names must be those that it began with.
    pub(crate) fn put_code(&mut self, files: &[SourceFile]) {
        self.store.data_mut().wasi.put_code(files);
    }

    /// Ends what it could ask, when its work is done.
    pub(crate) fn disconnect(&mut self) {
        self.store.data_mut().wasi.disconnect();
    }

    /// A new instance with the memory of a checkpoint.
    fn stamped(runtime: &Runtime, checkpoint: &Checkpoint, unknown: &Unknown) -> Result<Self, HostFailure> {
        let world = checkpoint.wasi.copy().ok_or_else(|| HostFailure("a checkpoint has no world".to_owned()))?;
        let state = GuestState { wasi: world, memory: None, memory_limit: MemoryLimit::new(u32::MAX) };
        let mut guest = Self::instantiate(runtime, checkpoint.task.clone(), state).map_err(unmade)?;
        runtime.originals.learn(guest.memory(), unknown);
        guest.grow_to(checkpoint.pages.memory_bytes()).map_err(unmade)?;
        checkpoint.pages.stamp(guest.memory.data_mut(&mut guest.store));
        Ok(guest)
    }

    /// The instance with its memory put back. Where it cannot be, the instance is gone.
    fn put_back(mut self, runtime: &Runtime, as_of: Option<&Pages>) -> Result<Self, Unknown> {
        let wanted = as_of.map_or(self.initial_bytes, Pages::memory_bytes);
        // A memory does not shrink.
        if self.interrupted || self.memory().len() > wanted {
            return Err(Unknown::default());
        }
        self.store.data_mut().memory_limit = MemoryLimit::new(u32::MAX);
        self.grow_to(wanted).map_err(|_| Unknown::default())?;
        runtime.originals.put_back(self.memory.data_mut(&mut self.store), as_of)?;
        Ok(self)
    }

    fn grow_to(&mut self, bytes: usize) -> wasmtime::Result<()> {
        const PAGE_BYTES: usize = 64 << 10;
        let more = bytes.saturating_sub(self.memory().len()).div_ceil(PAGE_BYTES);
        if more > 0 {
            self.memory.grow(&mut self.store, more as u64)?;
        }
        Ok(())
    }

    /// Begins a task, as an instance does that has just been made.
    fn take_up(&mut self, task: Task, mut state: GuestState) -> wasmtime::Result<()> {
        state.memory = Some(self.memory);
        state.memory_limit.start(self.initial_bytes);
        self.store.set_fuel(task.budget)?;
        *self.store.data_mut() = state;
        self.task = task;
        Ok(())
    }
}
