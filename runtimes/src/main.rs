//! Builds the interpreters that learners' code runs in.
//!
//! From nothing to a folder that `Sandbox::open` accepts: a compiler and the interpreters' sources are fetched and pinned, each
//! interpreter is compiled to WebAssembly, started once, frozen as it is then, and compiled for the sandbox's engine.
//! Needs neither root nor anything installed beside Rust and a C compiler; all of it happens below one work folder.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that cannot go on fails"))]

mod bounded;
mod build;
mod freeze;
mod guests;
mod measure;
mod passive;
mod recipe;
mod snapshot;
mod state;

use std::path::PathBuf;

use anyhow::Context;
use clap::{Parser, Subcommand};

/// Builds and measures the interpreters.
#[derive(Parser)]
#[command(name = "runtimes")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build every runtime; what is up to date is left as it is.
    Build {
        /// The folder of the runtimes.
        #[arg(long)]
        out: PathBuf,
        /// Where sources, compilers and objects are kept; about 3 GB.
        #[arg(long)]
        work: PathBuf,
        /// A Rust compiler that knows the target wasm32-unknown-unknown.
        #[arg(long, default_value = "rustc")]
        wasm_rustc: PathBuf,
    },
    /// Measure how much fuel a millisecond of computing is, and how long a start takes. Use an optimised build.
    Measure {
        /// The folder of the runtimes.
        #[arg(long)]
        dir: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    // Guests need more stack than a main thread may have.
    let thread =
        std::thread::Builder::new().stack_size(sandbox::NATIVE_STACK_BYTES).spawn(move || match arguments.command {
            Command::Build { out, work, wasm_rustc } => build::build(&out, &work, &wasm_rustc),
            Command::Measure { dir } => measure::measure(&dir),
        });
    thread.context("no thread could be started")?.join().map_err(|_| anyhow::anyhow!("the builder panicked"))?
}
