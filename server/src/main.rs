//! The `backroad` binary: reads the command line and does what it says.

use std::process::ExitCode;

use clap::Parser;
use server::{cli::Cli, commands};

/// A page is many small pieces of memory; the system's allocator takes a quarter of the time of writing it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commands::execute(Cli::parse().command)
}
