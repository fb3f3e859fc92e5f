//! What the islands need of the browser: requests, the editor's module, the language that was chosen.
//!
//! This compiles for the server too, where islands are only drawn; nothing here is called there, because it is reached
//! from effects and event handlers alone.

#[cfg(any(feature = "ssr", feature = "workspace"))]
mod editor;
mod http;
mod language;
#[cfg(any(feature = "ssr", feature = "workspace"))]
mod page;
#[cfg(any(feature = "ssr", feature = "lesson"))]
mod quiz_answers;
mod storage;

#[cfg(any(feature = "ssr", feature = "workspace"))]
pub use editor::set_loader;
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use editor::{Editor, EditorEvents};
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use http::Failure;
pub(crate) use http::{Method, json, request};
#[cfg(any(feature = "ssr", feature = "lesson"))]
pub(crate) use language::chosen_language;
pub(crate) use language::remember_language;
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use page::{copy_text, fragment, go_to, has_two_columns, is_narrow, replace_address, show_state, sleep};
#[cfg(any(feature = "ssr", feature = "lesson"))]
pub use quiz_answers::keep_quiz_answers;
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use storage::{forget, keep, kept};
