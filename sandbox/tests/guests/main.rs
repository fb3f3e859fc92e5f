//! The sandbox with the real interpreters: what a guest can do, what it cannot, and what stops it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod isolation;
mod javascript;
mod limits;
mod open;
mod python;
mod values;

use common::{main_file, on_a_large_stack, root, sandbox};
