//! The interpreters' snapshots. The program `runtimes` knows the recipes and when there is nothing to do.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{exec, progress, steps::toolchain, workspace::Workspace};

/// Builds what is missing or out of date, and returns the folder.
pub fn build(workspace: &Workspace, program: &Path) -> Result<PathBuf> {
    let folder = workspace.runtimes();
    let toolchain = toolchain::wasm(workspace)?;
    progress::section("the interpreters", || {
        let mut build = workspace.command(program);
        build.arg("build").arg("--out").arg(folder).arg("--work").arg(workspace.made("runtimes-work"));
        build.arg("--wasm-rustc").arg(toolchain.rustc());
        exec::show(&mut build)
    })?;
    Ok(folder.to_path_buf())
}
