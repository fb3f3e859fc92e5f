//! `cargo xtask bench`: the figures that the platform promises, measured on this machine.

use anyhow::Result;

use crate::{
    commands::build,
    exec,
    steps::{chromium, native::Profile, npm},
    workspace::Workspace,
};

/// What `bench` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// One JSON object of named figures on standard output, instead of a table
    #[arg(long)]
    json: bool,
    /// Only what measures these: pool, judging, kinds, check, heavy, pages; all of it where none is named
    #[arg(long)]
    only: Vec<String>,
}

/// Builds what is measured, optimised, and measures it.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let chromium = chromium::find(workspace)?;
    npm::install(workspace, "tests/browser")?;
    npm::install(workspace, "bench/lighthouse")?;
    let built = build::all(workspace, Profile::Release)?;
    let mut bench = workspace.command(&built.programs.bench);
    let folders = [
        ("--server", built.programs.server),
        ("--runtimes", built.runtimes),
        ("--site", built.site),
        ("--content", workspace.path("")),
        ("--browser", workspace.path("tests/browser/interactive.mjs")),
        ("--browser", workspace.path("bench/lighthouse/lighthouse.mjs")),
    ];
    for (flag, path) in folders {
        bench.arg(flag).arg(path);
    }
    bench.env("CHROMIUM", chromium);
    for subject in &options.only {
        bench.arg("--only").arg(subject);
    }
    if options.json {
        bench.arg("--json");
    }
    let status = bench.status()?;
    exec::expect_success(&bench, status)
}
