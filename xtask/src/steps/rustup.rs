//! Parts of the Rust toolchain that rustup adds on demand.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{exec, progress, workspace::Workspace};

/// Makes sure of a cargo subcommand that is a rustup component, such as `fmt` of `rustfmt`.
pub fn component(workspace: &Workspace, subcommand: &str, component: &str) -> Result<()> {
    if exec::works(workspace.cargo().args([subcommand, "--version"])) {
        return Ok(());
    }
    let added = progress::step(&format!("adding {component} with rustup"), || {
        Ok(exec::works(Command::new("rustup").args(["component", "add", component])))
    })?;
    if !added {
        bail!(
            "`cargo {subcommand}` is needed and rustup cannot add it here; try `rustup component add {component}` by hand"
        );
    }
    Ok(())
}

/// Tries to add a target. `false` where rustup is missing, or has no access to its files.
pub fn add_target(triple: &str) -> bool {
    exec::works(Command::new("rustup").args(["target", "add", triple]))
}
