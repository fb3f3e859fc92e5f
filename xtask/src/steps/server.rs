//! The server, `backroad`.

use std::path::PathBuf;

use anyhow::Result;

use crate::{exec, progress, workspace::Workspace};

/// How it is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, and fast where it matters.
    Dev,
    /// As it is to be served to others.
    Release,
}

/// Compiles the server and returns the program.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let (name, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Release => ("release", "release"),
    };
    progress::section("compiling the server", || {
        exec::show(workspace.cargo().args([
            "build",
            "--locked",
            "-p",
            "server",
            "--bin",
            "backroad",
            "--profile",
            name,
        ]))
    })?;
    Ok(workspace.made(folder).join("backroad"))
}
