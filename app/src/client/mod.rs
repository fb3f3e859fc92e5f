//! What the islands need of the browser: requests, the editor's module, the language that was chosen.
//!
//! This compiles for the server too, where islands are only drawn; nothing here is called there, because it is reached
//! from effects and event handlers alone.

mod editor;
mod http;
mod language;
mod page;

pub use editor::set_loader;
pub(crate) use editor::{Editor, EditorEvents};
pub(crate) use http::{Failure, Method, json, request};
pub(crate) use language::{chosen_language, remember_language};
pub(crate) use page::{fragment, is_narrow, replace_address, show_state, sleep};
