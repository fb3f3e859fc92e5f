//! The programs that run on this machine: the server, and what builds the interpreters.
//!
//! Cargo compiles a dependency anew for each set of features it is asked for, and the set depends on which packages are
//! selected together. Some dependencies take minutes. So everything native is always selected alike, by [`SELECTION`],
//! whether it is built, tested or linted; xtask is apart, because it has been built alone before anything else.

use std::path::PathBuf;

use anyhow::Result;

use crate::{exec, progress, workspace::Workspace};

/// All packages but the client half, and xtask.
pub const SELECTION: [&str; 5] = ["--workspace", "--exclude", "frontend", "--exclude", "xtask"];

/// How a program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, and fast where it matters.
    Dev,
    /// As it is to be served to others.
    Release,
}

/// The programs.
pub struct Programs {
    /// `backroad`.
    pub server: PathBuf,
    /// Builds the interpreters.
    pub runtimes: PathBuf,
    /// Measures.
    pub bench: PathBuf,
}

/// Compiles the tests, and all they are made of.
pub fn compile_tests(workspace: &Workspace) -> Result<()> {
    progress::section("compiling the tests", || {
        exec::show(workspace.cargo().args(["test", "--locked", "--no-run"]).args(SELECTION))
    })
}

/// Compiles them.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<Programs> {
    let (name, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Release => ("release", "release"),
    };
    progress::section("compiling the server", || {
        exec::show(workspace.cargo().args(["build", "--locked", "--bins", "--profile", name]).args(SELECTION))
    })?;
    let program = |name: &str| workspace.made(folder).join(name);
    Ok(Programs { server: program("backroad"), runtimes: program("runtimes"), bench: program("bench") })
}
