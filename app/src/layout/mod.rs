//! The frame around every page: the document, its head, the header and the footer.

mod content_problems;
mod document;
mod footer;
mod header;
mod logo;

pub use document::error_page;
pub(crate) use document::{Head, Scripts, document, fragment};
pub(crate) use logo::Logo;
