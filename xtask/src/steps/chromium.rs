//! A browser for the browser tests.

use std::{env, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::{exec, steps::debian, workspace::Workspace};

/// Names under which systems install it.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// `$CHROMIUM`, the machine's own, or Debian's, installed now.
pub fn find(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if !path.is_file() {
            bail!("CHROMIUM={} is not a program", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = NAMES.into_iter().find_map(exec::find) {
        return Ok(path);
    }
    if !debian::is_debian() {
        bail!("the browser tests need Chromium: install it, or set CHROMIUM to the path of one");
    }
    debian::install(workspace, "chromium", "testing in a browser")?;
    exec::find("chromium").context("apt-get installed the package chromium, but there is no program of that name")
}
