//! `cargo xtask run`: the platform on http://127.0.0.1:3000.

use anyhow::{Context, Result};

use crate::{commands::build, steps::server::Profile, workspace::Workspace};

/// What `run` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// Compile the server as it is to be served to others; slower to build
    #[arg(long)]
    release: bool,
    /// Passed on to `backroad serve`, such as `--port 8080`; put it after `--`
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<String>,
}

/// Builds what is missing and serves until it is stopped.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let built = build::all(workspace, if options.release { Profile::Release } else { Profile::Dev })?;
    let mut serve = workspace.command(&built.server);
    serve.arg("serve").env("BACKROAD_RUNTIMES", &built.runtimes);
    // Everything has its default here, and may be said anew after `--`.
    let defaults = [("--data", workspace.path("data")), ("--content", workspace.path("")), ("--site", built.site)];
    for (flag, folder) in defaults {
        if !options.arguments.iter().any(|given| given == flag || given.starts_with(&format!("{flag}="))) {
            serve.arg(flag).arg(folder);
        }
    }
    serve.args(&options.arguments);
    replace(&mut serve)
}

/// Becomes the server, so that signals and the exit code are its own.
fn replace(serve: &mut std::process::Command) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        Err(serve.exec()).context("the server cannot be started")
    }
    #[cfg(not(unix))]
    crate::exec::show(serve).context("the server stopped")
}
