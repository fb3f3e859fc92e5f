//! `backroad check`: proves the content by running it.
//!
//! Reading the content finds what is malformed. Running it finds the rest: a starter that passes, a solution that fails,
//! a wrong solution that no test catches, a test that nothing fails, an example that prints something else than it says.

mod job;
mod report;
mod verify;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, IsTerminal, Write},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::Context;
use clap::Args;
use curriculum::{Catalogue, ContentError};
use domain::ExerciseId;
use sandbox::{NATIVE_STACK_BYTES, Sandbox};

use self::{job::Job, report::Figures, verify::Found};
use super::{NO, Outcome, Stopped, open_sandbox, report_text};
use crate::cli::{ContentArgs, RuntimesArgs};

/// `backroad check`
#[derive(Clone, Debug, Args)]
pub struct CheckArgs {
    /// Check only what is below this file or folder; the whole content is still read.
    path: Option<PathBuf>,
    /// Run nothing; print the curriculum in figures: modules, the difficulty along the road, concepts.
    #[arg(long)]
    report: bool,
    /// Print the figures as one line of JSON.
    #[arg(long, requires = "report")]
    json: bool,
    #[command(flatten)]
    content: ContentArgs,
    #[command(flatten)]
    runtimes: RuntimesArgs,
}

/// Checks. The exit code is 1 if anything is wrong, with a line for each problem.
pub fn execute(args: &CheckArgs) -> Outcome {
    let (root, below) = place(args)?;
    let catalogue = match Catalogue::load(&root) {
        Ok(catalogue) => catalogue,
        Err(problems) => {
            for problem in &problems {
                anstream::println!("{problem}");
            }
            anstream::println!("{}", report_text::bad(&count(problems.len(), "problem")));
            return Ok(ExitCode::from(NO));
        }
    };
    if args.report {
        let figures = Figures::of(&catalogue);
        match args.json {
            true => anstream::println!("{}", serde_json::to_string(&figures).context("no JSON")?),
            false => anstream::print!("{}", figures.text()),
        }
        return Ok(ExitCode::SUCCESS);
    }
    let jobs = job::list(&catalogue, &below);
    if jobs.is_empty() {
        if !job::is_content(&catalogue, &below) {
            return Err(Stopped::usage("there is no lesson and no exercise at or below this path"));
        }
        // A quiz, or a lesson without code to try: what there was to check is read.
        anstream::println!("{}: there is no code to run", report_text::good("all is well"));
        return Ok(ExitCode::SUCCESS);
    }
    let sandbox = open_sandbox(&args.runtimes).map_err(Stopped::ours)?;
    let found = run_all(&root, &catalogue, &jobs, &sandbox)?;

    let mut problems: Vec<ContentError> = found.iter().flat_map(|found| found.problems.clone()).collect();
    problems.extend(never_failed(&root, &catalogue, &jobs, &found));
    problems.sort();
    for problem in &problems {
        anstream::println!("{problem}");
    }
    let summary = summary(&jobs);
    if problems.is_empty() {
        anstream::println!("{}: {summary}", report_text::good("all is well"));
        Ok(ExitCode::SUCCESS)
    } else {
        anstream::println!("{}: {summary}", report_text::bad(&count(problems.len(), "problem")));
        Ok(ExitCode::from(NO))
    }
}

/// The root of the content, and the part of it to check, relative to the root.
fn place(args: &CheckArgs) -> Result<(PathBuf, PathBuf), Stopped> {
    let Some(path) = &args.path else { return Ok((args.content.content.clone(), PathBuf::new())) };
    let path = path.canonicalize().map_err(|error| Stopped::usage(format!("{}: {error}", path.display())))?;
    let is_root = |folder: &&Path| folder.join("lessons").is_dir() && folder.join("exercises").is_dir();
    let root = path.ancestors().find(is_root).ok_or_else(|| {
        Stopped::usage(format!("{} is in no folder that holds lessons/ and exercises/", path.display()))
    })?;
    let below = path.strip_prefix(root).unwrap_or(Path::new("")).to_owned();
    Ok((root.to_owned(), below))
}

/// Runs every job, on as many threads as there are cores.
fn run_all(root: &Path, catalogue: &Catalogue, jobs: &[Job<'_>], sandbox: &Sandbox) -> anyhow::Result<Vec<Found>> {
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(jobs.len());
    let (next, progress) = (AtomicUsize::new(0), Progress::new(jobs.len()));
    let found = Mutex::new(Vec::with_capacity(jobs.len()));
    let keep = |one| found.lock().unwrap_or_else(PoisonError::into_inner).push(one);
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            keep(verify::verify(root, catalogue, job, sandbox));
            progress.advance();
        }
    };
    thread::scope(|scope| {
        let started = (0..threads)
            .map(|_| thread::Builder::new().stack_size(NATIVE_STACK_BYTES).spawn_scoped(scope, work))
            .collect::<io::Result<Vec<_>>>()
            .context("no thread")?;
        for thread in started {
            thread.join().map_err(|_| anyhow::anyhow!("a thread that ran the code ended early"))?;
        }
        anyhow::Ok(())
    })?;
    progress.end();
    Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Tests that neither a starter nor a mutant fails, in any language: they prove nothing.
fn never_failed(root: &Path, catalogue: &Catalogue, jobs: &[Job<'_>], found: &[Found]) -> Vec<ContentError> {
    let mut failed: BTreeMap<&ExerciseId, BTreeSet<&str>> = BTreeMap::new();
    for found in found {
        if let Some(exercise) = &found.exercise {
            failed.entry(exercise).or_default().extend(found.failed_tests.iter().map(String::as_str));
        }
    }
    let checked: BTreeSet<&ExerciseId> = jobs.iter().filter_map(Job::exercise).map(|exercise| &exercise.id).collect();
    let mut problems = Vec::new();
    for exercise in checked.into_iter().filter_map(|id| catalogue.exercise_by_id(id)) {
        let caught = failed.get(&exercise.id);
        let Some(variant) = exercise.variants.values().next() else { continue };
        // The tests of earlier stages were asked for there.
        for test in variant.assessment.suite.tests.iter().filter(|test| test.stage.is_none()) {
            if caught.is_none_or(|caught| !caught.contains(test.id.as_str())) {
                let file = exercise.folder.join("tests.toml");
                let line = verify::line_of(root, &file, &format!("id = \"{}\"", test.id));
                let message = format!(
                    "the test `{}` is failed by no starter and no mutant, so it proves nothing; add a mutant that it catches",
                    test.id
                );
                problems.push(ContentError { file, line, message });
            }
        }
    }
    problems
}

fn summary(jobs: &[Job<'_>]) -> String {
    let of = |wanted: fn(&Job<'_>) -> bool| jobs.iter().filter(|job| wanted(job)).count();
    format!(
        "{}, {}, {}, {}",
        count(of(|job| matches!(job, Job::Starter(..))), "starter"),
        count(of(|job| matches!(job, Job::Solution(..))), "solution"),
        count(of(|job| matches!(job, Job::Mutant(..))), "mutant"),
        count(of(|job| matches!(job, Job::Try(..))), "code block"),
    )
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A line that counts, where somebody watches.
struct Progress {
    done: AtomicUsize,
    all: usize,
    watched: bool,
}

impl Progress {
    fn new(all: usize) -> Self {
        let watched = io::stderr().is_terminal();
        if !watched {
            eprintln!("running {}", count(all, "program"));
        }
        Self { done: AtomicUsize::new(0), all, watched }
    }

    fn advance(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.watched {
            let _ = write!(io::stderr(), "\r{done} of {}", self.all);
        }
    }

    fn end(&self) {
        if self.watched {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        assert_eq!((count(1, "mutant"), count(0, "mutant")), ("1 mutant".into(), "0 mutants".into()));
    }

    #[test]
    fn a_part_of_the_content_is_found_from_within() {
        let dir = tempfile::tempdir().unwrap();
        let part = dir.path().join("exercises/internet/split-url");
        std::fs::create_dir_all(&part).unwrap();
        std::fs::create_dir_all(dir.path().join("lessons")).unwrap();
        let args = |path: &Path| CheckArgs {
            path: Some(path.to_owned()),
            report: false,
            json: false,
            content: ContentArgs { content: ".".into() },
            runtimes: RuntimesArgs { runtimes: ".".into() },
        };
        let (root, below) = place(&args(&part)).unwrap();
        assert_eq!(root, dir.path().canonicalize().unwrap());
        assert_eq!(below, Path::new("exercises/internet/split-url"));
        assert_eq!(place(&args(dir.path())).unwrap().1, Path::new(""));
        assert!(place(&args(&dir.path().join("exercises/nowhere"))).is_err());
    }
}
