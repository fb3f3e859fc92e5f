//! The pages of Backroad, as Leptos views.
//!
//! A page is a function from plain data to a whole HTML document: the server gathers the data (the structs in
//! [`pages`]), calls the page's `render` once, and sends the text. What must be alive in the browser is an island
//! ([`islands`]); everything else is never sent as code.
//!
//! The two halves are features: `ssr` has the pages, `hydrate` only what wakes the islands. What both need
//! ([`components`]) is compiled into both.

// Views nest deeply, and so do their types.
#![recursion_limit = "256"]
#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test may stop at the first surprise"))]

pub mod client;
pub mod components;
pub mod data;
pub mod islands;
#[cfg(feature = "ssr")]
mod layout;
#[cfg(feature = "ssr")]
pub mod pages;

#[cfg(feature = "ssr")]
pub use layout::{Document, error_page};
