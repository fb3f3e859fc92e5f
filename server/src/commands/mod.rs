//! The commands, each in a file of its own.

pub mod check;
pub mod demo;
pub mod judge;
pub mod migrate;
pub mod new;
mod report_text;
pub mod run;
pub mod schema;
mod serve;
pub mod user;
mod worker;

use std::{fmt, path::Path, process::ExitCode, thread};

use anyhow::Context;
use curriculum::{Catalogue, ContentError};
use domain::{Language, Library};
use sandbox::{NATIVE_STACK_BYTES, OpenError, Sandbox};
use store::Store;

use crate::cli::{Command, DataArgs, RuntimesArgs};

/// It did what was asked and the answer is no.
const NO: u8 = 1;
/// What was asked makes no sense.
const USAGE: u8 = 2;
/// Our side failed.
const OURS: u8 = 3;

/// Why a command ended early, with the exit code that scripts see.
#[derive(Debug)]
pub struct Stopped {
    code: u8,
    source: anyhow::Error,
}

impl Stopped {
    fn usage(message: impl fmt::Display) -> Self {
        Self { code: USAGE, source: anyhow::anyhow!("{message}") }
    }

    fn ours(source: impl Into<anyhow::Error>) -> Self {
        Self { code: OURS, source: source.into() }
    }
}

impl<E: Into<anyhow::Error>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self { code: NO, source: error.into() }
    }
}

type Outcome = Result<ExitCode, Stopped>;

/// Does what the command line says. Whatever goes wrong is said in words on standard error.
pub fn execute(command: Command) -> ExitCode {
    let outcome = match command {
        Command::Serve(args) => serve::execute(args),
        Command::Demo(args) => demo::execute(&args),
        Command::Check(args) => check::execute(&args),
        Command::New(args) => new::execute(&args),
        Command::Run(args) => run::execute(&args),
        Command::Judge(args) => judge::execute(&args),
        Command::Schema(args) => schema::execute(&args),
        Command::Migrate(args) => migrate::execute(&args),
        Command::User(args) => user::execute(args),
        Command::Worker(args) => worker::execute(&args),
    };
    outcome.unwrap_or_else(|stopped| {
        anstream::eprintln!("{}: {}", report_text::bad("error"), causes(&stopped.source));
        ExitCode::from(stopped.code)
    })
}

/// An error and its causes, each once: many errors already tell their cause in their own text.
fn causes(error: &anyhow::Error) -> String {
    let mut text = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !text.contains(&cause) {
            text.push_str("\n  because: ");
            text.push_str(&cause);
        }
    }
    text
}

/// The database in the data folder.
async fn open_store(args: &DataArgs) -> anyhow::Result<Store> {
    Store::open(args.data.join("backroad.db"))
        .await
        .with_context(|| format!("the data folder {} cannot be used", args.data.display()))
}

/// The database with the tables of this release.
async fn open_migrated_store(args: &DataArgs) -> anyhow::Result<Store> {
    let store = open_store(args).await?;
    store.migrate_up().await.context("the database could not be brought up to date")?;
    Ok(store)
}

/// The interpreters.
fn open_sandbox(args: &RuntimesArgs) -> anyhow::Result<Sandbox> {
    usable(Sandbox::open(&args.runtimes), args)
}

/// The interpreter of one language.
fn open_sandbox_for(args: &RuntimesArgs, language: Language, libraries: &[Library]) -> anyhow::Result<Sandbox> {
    usable(Sandbox::open_for(&args.runtimes, language, libraries), args)
}

fn usable(opened: Result<Sandbox, OpenError>, args: &RuntimesArgs) -> anyhow::Result<Sandbox> {
    opened.with_context(|| format!("the interpreters in {} cannot be used", args.runtimes.display())).context(
        "no code can be run; `cargo xtask runtimes` makes the interpreters anew, or name their folder with --runtimes",
    )
}

/// Runs the future of a command that needs no more than one thread.
fn block_on<T>(future: impl Future<Output = T>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no async runtime")?;
    Ok(runtime.block_on(future))
}

/// Does some work on a thread that guests can run on.
fn on_a_guest_thread<T: Send>(work: impl FnOnce() -> T + Send) -> anyhow::Result<T> {
    thread::scope(|scope| {
        let thread =
            thread::Builder::new().stack_size(NATIVE_STACK_BYTES).spawn_scoped(scope, work).context("no thread")?;
        thread.join().map_err(|_| anyhow::anyhow!("the thread that ran the code ended early"))
    })
}

/// The content, or every problem in it.
fn load_content(root: &Path) -> Result<Catalogue, ContentProblems> {
    Catalogue::load(root).map_err(|problems| ContentProblems { problems })
}

/// Everything that is wrong with the content, a line each.
#[derive(Debug)]
struct ContentProblems {
    problems: Vec<ContentError>,
}

impl fmt::Display for ContentProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the content cannot be used:")?;
        self.problems.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl std::error::Error for ContentProblems {}
