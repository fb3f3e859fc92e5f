//! `cargo xtask test`: every test there is, the quick to fail first.

use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{
    commands::build::{self, Built},
    exec, progress,
    steps::{
        chromium,
        native::{self, Profile},
        npm,
    },
    workspace::Workspace,
};

/// What `test` can be told.
#[derive(clap::Args)]
pub struct Options {
    /// Only these suites
    #[arg(value_enum)]
    suites: Vec<Suite>,
}

/// A kind of test.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Suite {
    /// The tests of the crates, and of the server as a whole
    Rust,
    /// Every exercise and lesson, by `backroad check`
    Content,
    /// What a person does, in Chromium
    Browser,
}

impl Suite {
    const ALL: [Self; 3] = [Self::Rust, Self::Content, Self::Browser];

    fn label(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Content => "content",
            Self::Browser => "browser",
        }
    }
}

/// What came of a suite.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

/// Prepares everything, runs the suites, and closes with one line a suite and one for all.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let suites = if options.suites.is_empty() { Suite::ALL.to_vec() } else { options.suites.clone() };
    // What cannot be had must not be found missing after half an hour.
    let chromium = if suites.contains(&Suite::Browser) { Some(chromium::find(workspace)?) } else { None };
    if chromium.is_some() {
        npm::install(workspace, "tests/browser")?;
    }
    if suites.contains(&Suite::Rust) {
        // A test that does not compile is to be known before the interpreters are built.
        native::compile_tests(workspace)?;
    }
    let built = build::all(workspace, Profile::Dev)?;

    let mut rows = Vec::new();
    for suite in suites {
        let start = Instant::now();
        progress::note(&format!("testing: {}", suite.label()));
        let tally = match suite {
            Suite::Rust => rust(workspace, &built)?,
            Suite::Content => content(workspace, &built)?,
            Suite::Browser => browser(workspace, &built, chromium.as_deref().context("Chromium was found before")?)?,
        };
        rows.push((suite.label(), tally, progress::seconds(start.elapsed())));
    }

    println!();
    let mut all = Tally::default();
    for (label, tally, time) in rows {
        let Tally { passed, failed, skipped } = tally;
        println!("  {label:<8} {passed:>4} passed  {failed:>3} failed  {skipped:>3} skipped   {time}");
        all.passed += passed;
        all.failed += failed;
        all.skipped += skipped;
    }
    println!("tests: {} passed, {} failed, {} skipped", all.passed, all.failed, all.skipped);
    if all.failed > 0 {
        bail!("{} tests failed", all.failed);
    }
    if all.passed == 0 {
        bail!("no test ran");
    }
    Ok(())
}

/// `cargo test` of everything that runs natively; the client half is tested where it lives, in the browser.
fn rust(workspace: &Workspace, built: &Built) -> Result<Tally> {
    let mut tally = Tally::default();
    for selection in [&["--package", "xtask"][..], &native::SELECTION] {
        let mut cargo = workspace.cargo();
        cargo.args(["test", "--locked", "--no-fail-fast"]).args(selection);
        cargo.env("BACKROAD_RUNTIMES", &built.runtimes).env("BACKROAD_SITE", &built.site);
        // An unreviewed snapshot is a failure, never a new file.
        cargo.env("INSTA_UPDATE", "no");
        let failed = tally.failed;
        let status = exec::watch(&mut cargo, |line| tally.add_cargo(line))?;
        tally.settle(status.success() || tally.failed > failed);
    }
    Ok(tally)
}

/// One test: the content is as good as `backroad check` says.
fn content(workspace: &Workspace, built: &Built) -> Result<Tally> {
    let mut check = workspace.command(&built.programs.server);
    check.arg("check").env("BACKROAD_RUNTIMES", &built.runtimes);
    let mut tally = Tally::default();
    let status = exec::watch(&mut check, |_| ())?;
    if status.success() {
        tally.passed = 1;
    }
    tally.settle(status.success());
    Ok(tally)
}

/// Node's own test runner over `tests/browser`.
fn browser(workspace: &Workspace, built: &Built, chromium: &std::path::Path) -> Result<Tally> {
    let folder = workspace.path("tests/browser");
    let mut node = workspace.command("node");
    // One file at a time: each starts a server and a browser, and they would slow each other into time-outs.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    let mut files: Vec<_> = crate::key::files(&folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    node.args(files).current_dir(&folder);
    node.env("BACKROAD", &built.programs.server)
        .env("BACKROAD_SITE", &built.site)
        .env("BACKROAD_RUNTIMES", &built.runtimes);
    node.env("BACKROAD_CONTENT", workspace.path("")).env("CHROMIUM", chromium);
    let mut tally = Tally::default();
    let status = exec::watch(&mut node, |line| tally.add_node(line))?;
    tally.settle(status.success() || tally.failed > 0);
    Ok(tally)
}

impl Tally {
    /// Reads `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    fn add_cargo(&mut self, line: &str) {
        let Some(counts) = line.trim().strip_prefix("test result: ") else { return };
        let words: Vec<_> = counts.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(count) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                "ignored" => self.skipped += count,
                _ => {}
            }
        }
    }

    /// Reads `ℹ pass 12` of Node's reporter.
    fn add_node(&mut self, line: &str) {
        let words: Vec<_> = line.split_whitespace().collect();
        let ["ℹ", word, count] = words[..] else { return };
        let Ok(count) = count.parse::<u64>() else { return };
        match word {
            "pass" => self.passed += count,
            "fail" | "cancelled" => self.failed += count,
            "skipped" | "todo" => self.skipped += count,
            _ => {}
        }
    }

    /// A suite that ended badly without a failed test (it did not compile, it crashed) has failed all the same.
    fn settle(&mut self, explained: bool) {
        if !explained {
            self.failed += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_cargo_are_added_up() {
        let mut tally = Tally::default();
        tally.add_cargo(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.04s",
        );
        tally.add_cargo("test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out");
        tally.add_cargo("test judge::passes ... ok");
        assert_eq!(tally, Tally { passed: 14, failed: 3, skipped: 1 });
    }

    #[test]
    fn results_of_node_are_added_up() {
        let mut tally = Tally::default();
        for line in ["ℹ tests 9", "ℹ pass 7", "ℹ fail 1", "ℹ cancelled 0", "ℹ skipped 1", "✔ a page loads (3 ms)"]
        {
            tally.add_node(line);
        }
        assert_eq!(tally, Tally { passed: 7, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_suite_that_did_not_even_start_has_failed() {
        let mut tally = Tally::default();
        tally.settle(false);
        assert_eq!(tally.failed, 1);
    }
}
