//! The world a guest sees: WASI preview 1, made up in memory.
//!
//! Nothing here touches the host: no file, no environment, no clock, no socket. Every call answers at once, at a price in fuel
//! for each byte it touches, and gives the same answers in every run.

mod abi;
mod bridge;
mod call;
mod channel;
mod clock;
mod descriptors;
mod files;
mod linker;
mod memory;
mod output;
mod paths;
mod poll;
mod random;
mod scratch;
mod tree;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use domain::{Limits, SourceFile};
use wasmtime::Memory;

pub(crate) use call::Halt;
pub(crate) use channel::Channel;
pub(crate) use linker::{IMPORTS, MODULE, add_to_linker};
pub(crate) use random::Random;
pub(crate) use tree::Library;

use self::{bridge::BridgeFile, clock::Clock, descriptors::Descriptors, output::Printed, tree::Tree};
use crate::{Output, bridge::Bridge, limits::MemoryLimit};

/// All that belongs to one guest on our side.
pub(crate) struct GuestState {
    /// Its world.
    pub(crate) wasi: Wasi,
    /// Its memory, known once it is instantiated.
    pub(crate) memory: Option<Memory>,
    /// How much memory it may have.
    pub(crate) memory_limit: MemoryLimit,
}

/// One guest's files, clock, randomness and output. There are no arguments and no environment.
pub(crate) struct Wasi {
    tree: Tree,
    descriptors: Descriptors,
    clock: Clock,
    random: Random,
    printed: Printed,
    stdin: Vec<u8>,
    stdin_at: usize,
    channel: Channel,
    bridge: Option<BridgeFile>,
    exited: bool,
}

impl Wasi {
    /// A world with these files in `/code`.
    pub(crate) fn new(library: Arc<Library>, files: &[SourceFile], stdin: &[u8], limits: &Limits, seed: u64) -> Self {
        Self {
            tree: Tree::new(library, files),
            descriptors: Descriptors::new(),
            clock: Clock::new(limits.virtual_seconds),
            random: Random::new(seed),
            printed: Printed::new(limits.output_kb as usize * 1024),
            stdin: stdin.to_vec(),
            stdin_at: 0,
            channel: Channel::default(),
            bridge: None,
            exited: false,
        }
    }

    /// The same world once more, without a bridge; nothing where something was asked through the one it has: what answers
    /// remembers that.
    pub(crate) fn copy(&self) -> Option<Self> {
        if self.bridge.as_ref().is_some_and(BridgeFile::was_asked) {
            return None;
        }
        Some(Self {
            tree: self.tree.clone(),
            descriptors: self.descriptors.clone(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            printed: self.printed.clone(),
            stdin: self.stdin.clone(),
            stdin_at: self.stdin_at,
            channel: self.channel.clone(),
            bridge: None,
            exited: self.exited,
        })
    }

    /// Gives the guest a way to ask us.
    pub(crate) fn connect(&mut self, bridge: Box<dyn Bridge>) {
        self.bridge = Some(BridgeFile::new(bridge));
    }

    /// Takes that away again.
    pub(crate) fn disconnect(&mut self) {
        self.bridge = None;
    }

    /// Has these files in `/code`, and no others.
    pub(crate) fn put_code(&mut self, files: &[SourceFile]) {
        self.tree.put_code(files);
    }

    /// Whether the guest has ended itself.
    pub(crate) fn has_exited(&self) -> bool {
        self.exited
    }

    /// The file through which some guests are asked.
    pub(crate) fn channel(&mut self) -> &mut Channel {
        &mut self.channel
    }

    /// What lies in the data folder, by the path in it.
    pub(crate) fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        self.tree.scratch().files_below("data")
    }

    /// Puts files into the data folder, as far as there is room.
    pub(crate) fn put_data(&mut self, files: &[(String, Vec<u8>)]) {
        for (path, bytes) in files {
            // What found room in one guest finds it in the next.
            let _ = self.tree.scratch().put("data", path, bytes);
        }
    }

    /// What was printed since the last call of this.
    pub(crate) fn take_output(&mut self) -> Output {
        self.printed.take()
    }
}
