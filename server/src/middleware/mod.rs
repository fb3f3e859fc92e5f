//! What happens to every request, around the handlers.

pub mod cross_site;
pub mod failures;
pub mod headers;
pub mod log;
pub mod timeout;
