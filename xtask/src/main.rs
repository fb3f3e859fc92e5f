//! `cargo xtask`: everything around the code that cargo does not build by itself.
//!
//! Two commands are enough for most work: `cargo xtask run` serves the platform, `cargo xtask test` proves it. Each is a
//! list of [`steps`]; a step whose inputs have not changed since last time does nothing, so a second call is fast. What
//! a step needs and cannot find it installs below the target folder, or says how to get it.

mod commands;
mod exec;
mod key;
mod progress;
mod steps;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Builds, runs and tests Backroad.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build what is missing and serve the platform on http://127.0.0.1:3000, with its data in data/
    Run(commands::run::Options),
    /// Run every test, those in a browser included
    Test(commands::test::Options),
    /// Formatter, clippy with warnings denied for both halves, and cargo-deny
    Lint,
    /// Measure the judge, the pages and their bytes against their goals
    Bench(commands::bench::Options),
    /// Build everything that `run` needs, without running it
    Build,
    /// Build the interpreters' snapshots only
    Runtimes,
    /// Pack an optimised build with its files into target/dist
    Release,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = Workspace::open().and_then(|workspace| match arguments.command {
        Command::Run(options) => commands::run::run(&workspace, &options),
        Command::Test(options) => commands::test::run(&workspace, &options),
        Command::Lint => commands::lint::run(&workspace),
        Command::Bench(options) => commands::bench::run(&workspace, &options),
        Command::Build => commands::build::run(&workspace),
        Command::Runtimes => commands::build::runtimes(&workspace),
        Command::Release => commands::release::run(&workspace),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}
