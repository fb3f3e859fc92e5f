//! The content: reads `lessons/` and `exercises/`, checks them, and renders markdown to safe HTML once.
//!
//! [`Catalogue::load`] gives either a catalogue in which everything fits together or every problem there is, each
//! with its file and line. What only running code can show (that starters fail and solutions pass) is checked by
//! whoever has a sandbox; all it needs stands in the catalogue. The formats are described in `docs/authoring.md`.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that unwraps fails where it should"))]

mod catalogue;
mod error;
mod highlight;
mod load;
mod markdown;
pub mod scaffold;
mod tables;
#[cfg(test)]
mod tests;
mod text;

pub use catalogue::{Catalogue, Concept, Exercise, Lesson, Module, Mutant, Source, StagePlace, TryBlock, Variant};
pub use error::ContentError;
pub use highlight::highlight;
pub use load::schemas;
pub use tables::{Column, Table, tables};
