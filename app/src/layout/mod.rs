//! The frame around every page: the document, its head, the header and the footer.

mod content_problems;
mod document;
mod footer;
mod header;
mod logo;

pub use document::{Document, error_page};
pub(crate) use document::{Head, Scripts, document, document_around, fragment, write_still};
pub(crate) use logo::Logo;
