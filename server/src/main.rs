//! The `backroad` binary: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use server::{cli::Cli, commands};

fn main() -> ExitCode {
    commands::execute(Cli::parse().command)
}
