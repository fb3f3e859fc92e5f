//! Runs code that nobody has read, and judges it.
//!
//! Learners' programs run in WebAssembly instances made from snapshots of interpreters. An instance reaches nothing of the
//! host: its files, clock and randomness are made up in memory (`wasi`), and what it may use is metered (`limits`).
//! The judge stands outside: it asks one instance after the other for values and compares them where no guest can see.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that cannot go on fails"))]

mod bridge;
mod engine;
mod exchange;
mod guest;
mod idle;
mod judge;
mod limits;
pub mod manifest;
mod pages;
mod pool;
pub mod prepare;
mod prepared;
mod protocol;
mod resident;
mod run;
mod runtime;
mod typescript;
mod values;
mod warm_up;
mod wasi;
pub mod worker;

pub use bridge::{Bridge, Checked, HttpQuestion, Outside, Question, Reply, Subject, Target, VirtualNetwork};
pub use engine::NATIVE_STACK_BYTES;
pub use exchange::Exchange;
pub use guest::{
    Answer, Guest, HostFailure, HttpRequest, HttpResponse, Output, Request, ResultSet, Stop, Surroundings, TestedCase,
    TestedStatus,
};
pub use judge::{ExpectationError, check_expectation, example};
pub use manifest::OpenError;
pub use pool::{Busy, Pool, StartError, WorkerCommand};
pub use runtime::{NoRuntime, Runtime, Sandbox};
pub use values::{ValueError, check_value};
