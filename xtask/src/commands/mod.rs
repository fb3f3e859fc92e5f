//! What can be asked of `cargo xtask`, one file a command.

pub mod bench;
pub mod build;
pub mod lint;
pub mod release;
pub mod run;
pub mod test;
