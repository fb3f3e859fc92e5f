//! How a message gets into a guest and the answer out of it.
//!
//! What is said is the same for every interpreter (`protocol`). The way differs, because not every interpreter is one that
//! we link ourselves:
//! - `exports`: ours. Two exported functions, and the message in the guest's memory.
//! - `ruby`: a prebuilt Ruby with an interface of its own, which evaluates source text. The message goes through a file.

mod exports;
mod ruby;

use serde::{Deserialize, Serialize};
use wasmtime::{Instance, Linker, Memory, Module, Store};

use crate::{protocol::MAX_ANSWER_BYTES, wasi::GuestState};

/// The way to a runtime's guests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Exchange {
    /// Functions that the guest exports for it.
    Exports,
    /// Ruby's own interface.
    Ruby,
}

/// The guest broke the rules of the exchange itself.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unanswered(pub(crate) &'static str);

const TOO_LONG: Unanswered = Unanswered("the answer is too long");

impl Exchange {
    /// Starts an interpreter that has just been instantiated, so that it can be frozen as it is then.
    pub(crate) fn initialise(self, store: &mut Store<GuestState>, instance: &Instance) -> wasmtime::Result<()> {
        match self {
            Self::Exports => exports::initialise(store, instance),
            Self::Ruby => ruby::initialise(store, instance),
        }
    }

    /// Puts a message into the guest and takes the answer out.
    pub(crate) fn ask(
        self,
        store: &mut Store<GuestState>,
        instance: &Instance,
        memory: Memory,
        message: &[u8],
    ) -> wasmtime::Result<Vec<u8>> {
        match self {
            Self::Exports => exports::ask(store, instance, memory, message),
            Self::Ruby => ruby::ask(store, instance, memory, message),
        }
    }

    /// Defines what its guests import beside WASI.
    pub(crate) fn add_to_linker(self, linker: &mut Linker<GuestState>, module: &Module) -> wasmtime::Result<()> {
        match self {
            Self::Exports => Ok(()),
            Self::Ruby => ruby::add_to_linker(linker, module),
        }
    }
}

/// An answer that lies in the guest's memory.
fn answer_at(store: &Store<GuestState>, memory: Memory, start: usize, length: usize) -> Result<Vec<u8>, Unanswered> {
    if length > MAX_ANSWER_BYTES {
        return Err(TOO_LONG);
    }
    let bytes = memory.data(store).get(start..start + length);
    Ok(bytes.ok_or(Unanswered("the answer lies outside the guest's memory"))?.to_vec())
}
