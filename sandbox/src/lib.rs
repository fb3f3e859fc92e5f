//! Runs code that nobody has read, and judges it.
//!
//! Learners' programs run in WebAssembly instances made from snapshots of interpreters. An instance reaches nothing of the
//! host: its files, clock and randomness are made up in memory (`wasi`), and what it may use is metered (`limits`).
//! The judge stands outside: it asks one instance after the other for values and compares them where no guest can see.

mod engine;
mod guest;
mod limits;
mod runtime;

pub use engine::NATIVE_STACK_BYTES;
pub use guest::{Answer, Guest, HostFailure, Output, Request, Stop};
pub use runtime::{OpenError, Runtime, Sandbox};
