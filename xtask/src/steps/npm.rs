//! The npm packages of a folder, exactly as its lock file has them.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    exec,
    key::{self, Key},
    progress,
    workspace::Workspace,
};

/// What Debian 12 has; everything used here works with it.
const OLDEST_NODE: u32 = 18;

const HOW: &str = "Install Node.js 18 or newer with npm (on Debian: apt-get install nodejs npm).";

/// Fails unless Node.js is here and new enough; returns its version.
pub fn node() -> Result<String> {
    exec::require("node", HOW)?;
    let version = exec::output(Command::new("node").arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.context("`node --version` is not understood")? < OLDEST_NODE {
        bail!("Node.js {version} is too old. {HOW}");
    }
    Ok(version)
}

/// Installs the packages of `folder` and returns its `node_modules`.
pub fn install(workspace: &Workspace, folder: &str) -> Result<PathBuf> {
    let node = node()?;
    exec::require("npm", HOW)?;
    let place = workspace.path(folder);
    let modules = place.join("node_modules");
    let mut key = Key::new("npm 1");
    key.text(&node).tree(&place.join("package.json"))?.tree(&place.join("package-lock.json"))?;
    let name = format!("npm-{}", folder.replace('/', "-"));
    key::unless_done(workspace, &name, key, &[&modules.join(".package-lock.json")], || {
        progress::step(&format!("installing the npm packages of {folder}/"), || {
            let mut npm = workspace.command("npm");
            npm.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(&place);
            exec::quiet(workspace, &name, &mut npm)
        })
    })?;
    Ok(modules)
}
