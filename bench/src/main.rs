//! Measures what the platform promises, on this machine, in one sitting.
//!
//! Absolute times say little: machines differ. So each figure stands beside what it competes with, measured in the same
//! run: judging beside starting the native interpreter, a rendered page beside a static one of equal size.

mod cpu;
mod figures;
mod heavy;
mod http;
mod interactive;
mod judging;
mod kinds;
mod native;
mod pages;
mod pool;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

use crate::figures::Figures;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
    /// The program `backroad`
    #[arg(long, default_value = "target/release/backroad")]
    server: PathBuf,
    /// The folder of the interpreters' snapshots
    #[arg(long, default_value = "target/runtimes")]
    runtimes: PathBuf,
    /// The folder of the client files
    #[arg(long, default_value = "target/site")]
    site: PathBuf,
    /// The folder that holds lessons/ and exercises/
    #[arg(long, default_value = ".")]
    content: PathBuf,
    /// The scripts that drive a browser; without them nothing is measured in one
    #[arg(long)]
    browser: Vec<PathBuf>,
    /// One JSON object of named figures instead of a table
    #[arg(long)]
    json: bool,
    /// Only what measures these; all of it where none is named
    #[arg(long, value_enum)]
    only: Vec<Subject>,
}

#[derive(Subcommand)]
enum Part {
    /// Serve one static page; the bench starts this by itself, to compare with
    #[command(hide = true)]
    Static {
        /// The page's length
        bytes: usize,
    },
}

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Subject {
    /// Runs of programs through worker processes
    Pool,
    /// Verdicts on functions, beside native interpreters
    Judging,
    /// Verdicts on a service and on queries
    Kinds,
    /// The check of the whole content
    Check,
    /// Programs that compute
    Heavy,
    /// Pages
    Pages,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.part {
        Some(Part::Static { bytes }) => pages::serve_static(bytes),
        None => measure(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Guests recurse on the native stack.
fn on_a_guest_thread<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(sandbox::NATIVE_STACK_BYTES).spawn_scoped(scope, work)?;
        thread.join().map_err(|_| anyhow::anyhow!("a measurement panicked"))?
    })
}

fn measure(arguments: &Arguments) -> Result<()> {
    let mut figures = Figures::default();
    let wanted = |subject| arguments.only.is_empty() || arguments.only.contains(&subject);
    if wanted(Subject::Pool) {
        pool::measure(&arguments.server, &arguments.runtimes, &mut figures)?;
    }
    if wanted(Subject::Judging) {
        judging::measure(&arguments.runtimes, &mut figures)?;
    }
    if wanted(Subject::Kinds) {
        kinds::measure(&arguments.runtimes, &mut figures)?;
    }
    if wanted(Subject::Check) {
        kinds::check(arguments, &mut figures)?;
    }
    if wanted(Subject::Heavy) {
        on_a_guest_thread(|| heavy::measure(&arguments.runtimes, &mut figures))?;
    }
    if wanted(Subject::Pages) {
        pages::measure(arguments, &mut figures)?;
        for script in &arguments.browser {
            interactive::measure(arguments, script, &mut figures)?;
        }
    }
    if arguments.json {
        println!("{}", figures.json());
    } else {
        print!("{}", figures.table());
    }
    Ok(())
}
