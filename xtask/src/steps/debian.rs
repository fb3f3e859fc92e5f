//! What is asked of Debian: whether this is one, and packages that must be installed, not just unpacked.

use std::{fs, process::Command};

use anyhow::{Context, Result, bail};

use crate::{exec, progress, workspace::Workspace};

/// Whether packages can be had by apt.
pub fn is_debian() -> bool {
    let about = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let family = about.lines().any(|line| {
        let Some((key, value)) = line.split_once('=') else { return false };
        matches!(key, "ID" | "ID_LIKE") && value.trim_matches('"').split(' ').any(|name| name == "debian")
    });
    family && exec::find("apt-get").is_some()
}

/// Installs a package system-wide, as root or by sudo, and says so.
pub fn install(workspace: &Workspace, package: &str, why: &str) -> Result<()> {
    let root = exec::output(Command::new("id").arg("-u")).context("who am I?")? == "0";
    if !root && exec::find("sudo").is_none() {
        bail!("{why} needs the package `{package}`, and there is no sudo; as root run: apt-get install {package}");
    }
    let apt = |arguments: &[&str]| {
        let mut command = if root { workspace.command("apt-get") } else { workspace.command("sudo") };
        if !root {
            command.arg("apt-get");
        }
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let who = if root { "as root" } else { "by sudo, which may ask for your password" };
    progress::note(&format!("{why} needs the package `{package}`: installing it with apt-get, {who}"));
    progress::section(&format!("apt-get install {package}"), || {
        if root {
            // Lists may be old or missing; where they cannot be fetched the install itself says what is wrong.
            let _ = exec::quiet(workspace, "apt-update", &mut apt(&["-qq", "update"]));
            let install = &mut apt(&["-qq", "-y", "install", "--no-install-recommends", package]);
            exec::quiet(workspace, "apt-install", install)
        } else {
            exec::show(&mut apt(&["-qq", "update"]))?;
            exec::show(&mut apt(&["-qq", "-y", "install", "--no-install-recommends", package]))
        }
    })
}
