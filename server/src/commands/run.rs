//! `backroad run`: a program in the sandbox, as it would run for a learner.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context;
use clap::Args;
use domain::{Language, Library, Limits, Program, RunOutcome, RunVerdict, SourceFile, check_files};

use super::{NO, OURS, Outcome, Stopped, on_a_guest_thread, open_sandbox_for, report_text};
use crate::cli::RuntimesArgs;

/// `backroad run`
#[derive(Clone, Debug, Args)]
pub struct RunArgs {
    /// The interpreter: python, javascript, typescript, ruby, php or sql.
    #[arg(long, value_name = "LANGUAGE")]
    runtime: Language,
    /// A library it may import beside the standard library: flask (Python), graphql, hono, mingo (JavaScript, TypeScript).
    #[arg(long = "library", value_name = "NAME")]
    libraries: Vec<Library>,
    /// Print what came of it as one line of JSON instead of passing the output through.
    #[arg(long)]
    json: bool,
    /// Computing time, in milliseconds of the reference machine.
    #[arg(long, value_name = "N", default_value_t = Limits::default().time_ms, value_parser = clap::value_parser!(u32).range(1..=3_600_000))]
    time_ms: u32,
    /// Memory in MiB.
    #[arg(long, value_name = "N", default_value_t = Limits::default().memory_mb, value_parser = clap::value_parser!(u32).range(1..=4_096))]
    memory_mb: u32,
    /// What the program reads on standard input; `-` passes ours through.
    #[arg(long, value_name = "FILE")]
    stdin: Option<PathBuf>,
    /// What stands after its name on the program's command line; again for each.
    #[arg(long = "arg", value_name = "TEXT", allow_hyphen_values = true)]
    args: Vec<String>,
    /// The program, and further files that are placed beside it by their base names.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    runtimes: RuntimesArgs,
}

/// Runs it. The exit code is 0 only if the program ended by itself with 0.
pub fn execute(args: &RunArgs) -> Outcome {
    let files = args.files.iter().map(|path| read_source(path)).collect::<Result<Vec<_>, _>>()?;
    check_files(&files).map_err(Stopped::usage)?;
    let stdin = match args.stdin.as_deref() {
        None => Vec::new(),
        Some(path) if path == Path::new("-") => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
            bytes
        }
        Some(path) => fs::read(path).map_err(|error| Stopped::usage(format!("{}: {error}", path.display())))?,
    };
    let limits = Limits { time_ms: args.time_ms, memory_mb: args.memory_mb, ..Limits::default() };
    let program = Program {
        language: args.runtime,
        libraries: args.libraries.clone(),
        files,
        args: args.args.clone(),
        stdin,
        limits,
    };
    let sandbox = open_sandbox_for(&args.runtimes, args.runtime, &args.libraries).map_err(Stopped::ours)?;
    let outcome = on_a_guest_thread(|| sandbox.run(&program)).map_err(Stopped::ours)?;
    if args.json {
        println!("{}", serde_json::to_string(&outcome)?);
    } else {
        io::stdout().write_all(outcome.stdout.as_bytes())?;
        io::stderr().write_all(outcome.stderr.as_bytes())?;
        if let Some(note) = note(&outcome) {
            anstream::eprintln!("{}", report_text::bad(note));
        }
    }
    Ok(exit_code(&outcome))
}

/// A source file by its base name.
pub fn read_source(path: &Path) -> Result<SourceFile, Stopped> {
    let bytes = fs::read(path).map_err(|error| Stopped::usage(format!("{}: {error}", path.display())))?;
    let content =
        String::from_utf8(bytes).map_err(|_| Stopped::usage(format!("{} is not text in UTF-8", path.display())))?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    Ok(SourceFile { name, content })
}

fn note(outcome: &RunOutcome) -> Option<&'static str> {
    match outcome.verdict {
        RunVerdict::Ok | RunVerdict::RuntimeError | RunVerdict::CompileError => None,
        RunVerdict::TimeLimit => Some("stopped: the time limit was reached"),
        RunVerdict::MemoryLimit => Some("stopped: the memory limit was reached"),
        RunVerdict::OutputLimit => Some("stopped: the output limit was reached"),
        RunVerdict::InternalError => Some("the sandbox failed, not the program"),
    }
}

fn exit_code(outcome: &RunOutcome) -> ExitCode {
    match outcome.verdict {
        RunVerdict::Ok => ExitCode::SUCCESS,
        RunVerdict::InternalError => ExitCode::from(OURS),
        _ => ExitCode::from(NO),
    }
}
