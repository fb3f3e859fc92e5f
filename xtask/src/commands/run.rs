//! `cargo xtask run`: the platform on http://127.0.0.1:3000.

use std::env;

use anyhow::{Context, Result};

use crate::{commands::build, steps::native::Profile, workspace::Workspace};

/// What `run` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// Compile the server as it is to be served to others; slower to build
    #[arg(long)]
    release: bool,
    /// Passed on to `backroad serve`, such as `--addr 127.0.0.1:8080`; put it after `--`
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<String>,
}

/// Builds what is missing and serves until it is stopped.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let built = build::all(workspace, if options.release { Profile::Release } else { Profile::Dev })?;
    let mut serve = workspace.command(&built.programs.server);
    // Paths that a person types are meant from where the person is.
    serve.current_dir(env::current_dir().context("the working directory cannot be read")?).arg("serve");
    // As variables, so that a flag after `--`, or a variable set outside, says it anew.
    let defaults = [
        ("BACKROAD_DATA", workspace.path("data")),
        ("BACKROAD_CONTENT", workspace.path("")),
        ("BACKROAD_SITE", built.site),
        ("BACKROAD_RUNTIMES", built.runtimes),
    ];
    for (name, folder) in defaults {
        if env::var_os(name).is_none() {
            serve.env(name, folder);
        }
    }
    replace(serve.args(&options.arguments))
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
