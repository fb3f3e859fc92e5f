//! The interpreters' snapshots. The crate `runtimes` knows the recipes and when there is nothing to do.

use std::path::PathBuf;

use anyhow::Result;

use crate::{exec, progress, workspace::Workspace};

/// Builds what is missing or out of date, and returns the folder.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.runtimes();
    progress::section("the interpreters", || {
        let mut cargo = workspace.cargo();
        cargo.args(["run", "--locked", "--quiet", "-p", "runtimes", "--", "build", "--out"]).arg(folder);
        exec::show(cargo.arg("--work").arg(workspace.made("runtimes-work")))
    })?;
    Ok(folder.to_path_buf())
}
