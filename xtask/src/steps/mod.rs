//! One file a step. Each checks whether there is anything to do, does it with a line of progress, and hands on a path.

pub mod cargo_deny;
pub mod chromium;
pub mod client;
pub mod debian;
pub mod editor;
pub mod native;
pub mod npm;
pub mod runtimes;
pub mod rustup;
pub mod site;
pub mod style;
pub mod toolchain;
