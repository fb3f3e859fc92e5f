//! Figures of pages in a browser, which scripts drive: how long they take until they can be used, and what Lighthouse says.

use std::{collections::BTreeMap, path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use crate::{Arguments, figures::Figures};

/// Runs the script, which starts a server and a browser of its own, and takes over its figures.
pub fn measure(arguments: &Arguments, script: &Path, figures: &mut Figures) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(script).env("BACKROAD", &arguments.server).env("BACKROAD_SITE", &arguments.site);
    node.env("BACKROAD_RUNTIMES", &arguments.runtimes).env("BACKROAD_CONTENT", &arguments.content);
    let output = node.output().context("node cannot be started")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{} ended with {}: {said}", script.display(), output.status);
    let measured: BTreeMap<String, f64> =
        serde_json::from_slice(&output.stdout).with_context(|| format!("{} says no figures", script.display()))?;
    for (name, value) in measured {
        figures.tell(name, value);
    }
    Ok(())
}
