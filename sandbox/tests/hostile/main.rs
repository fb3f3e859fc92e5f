//! Real guests: hostile programs, the values contract, the same result every time.
//!
//! These tests need the runtimes, which `cargo xtask test` makes first.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../common/mod.rs"]
mod common;
mod libraries;
mod mangled;
mod programs;
mod same;
mod values;

use common::{main_file, on_a_large_stack, root, sandbox};
