//! `cargo xtask bench`: the figures that the platform promises, measured on this machine.

use anyhow::Result;

use crate::{
    exec, progress,
    steps::{runtimes, site},
    workspace::Workspace,
};

/// What `bench` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// One JSON object of named figures on standard output, instead of a table
    #[arg(long)]
    json: bool,
}

/// Builds what is measured, optimised, and measures it.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let site = site::build(workspace)?;
    let runtimes = runtimes::build(workspace)?;
    progress::section("compiling the server and the bench, optimised", || {
        exec::show(workspace.cargo().args(["build", "--locked", "--release", "-p", "server", "-p", "bench", "--bins"]))
    })?;
    let mut bench = workspace.command(workspace.made("release/bench"));
    bench
        .arg("--server")
        .arg(workspace.made("release/backroad"))
        .arg("--runtimes")
        .arg(runtimes)
        .arg("--site")
        .arg(site)
        .arg("--content")
        .arg(workspace.path(""));
    if options.json {
        bench.arg("--json");
    }
    let status = bench.status()?;
    exec::expect_success(&bench, status)
}
