//! Runs one job and says what is wrong with it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use curriculum::{Catalogue, ContentError, Exercise, TryBlock, Variant};
use domain::{
    ExerciseId, ExerciseKind, Language, Limits, Program, Report, RunOutcome, RunVerdict, SourceFile, Status, Verdict,
};
use sandbox::Sandbox;

use super::{super::report_text, job::Job};

/// What came of a job.
#[derive(Debug, Default)]
pub struct Found {
    /// What an author has to mend.
    pub problems: Vec<ContentError>,
    /// The exercise, where the job was a starter or a mutant of one.
    pub exercise: Option<ExerciseId>,
    /// The tests that the starter or mutant failed: each of them is worth having.
    pub failed_tests: Vec<String>,
}

impl Found {
    fn problem(file: PathBuf, line: Option<usize>, message: String) -> Self {
        Self { problems: vec![ContentError { file, line, message }], ..Self::default() }
    }
}

/// Runs it.
pub fn verify(root: &Path, catalogue: &Catalogue, job: &Job<'_>, sandbox: &Sandbox) -> Found {
    match *job {
        Job::Starter(exercise, language, variant, begun) => {
            let report = sandbox.judge(&variant.assessment, begun);
            let (file, left) = match catalogue.stage_before(exercise) {
                Some(before) => (
                    answer_file(root, before, language, "solution"),
                    "this passes every test of the next stage: nothing is left to do there",
                ),
                None => (
                    answer_file(root, catalogue.project_of(exercise).unwrap_or(exercise), language, "starter"),
                    "the starter passes every test: nothing is left to do",
                ),
            };
            match exercise.kind {
                ExerciseKind::Security => must_fall(exercise, variant, &report, file),
                _ => must_fail(exercise, &report, file, None, left),
            }
        }
        Job::Mutant(exercise, language, variant, mutant) => {
            let report = sandbox.judge(&variant.assessment, &mutant.files);
            let file = exercise.folder.join(language.as_str()).join("mutants.toml");
            let line = line_of(root, &file, &format!("name = \"{}\"", mutant.name));
            let message = format!("no test catches the mutant `{}`; add a test that does", mutant.name);
            must_fail(exercise, &report, file, line, &message)
        }
        Job::Solution(exercise, language, variant) => must_pass(root, catalogue, exercise, language, variant, sandbox),
        Job::Try(block) => must_run(&block, sandbox),
    }
}

fn must_fail(exercise: &Exercise, report: &Report, file: PathBuf, line: Option<usize>, message: &str) -> Found {
    if report.verdict == Verdict::InternalError {
        return Found::problem(file, line, told("the sandbox failed", report));
    }
    if report.verdict == Verdict::Passed {
        return Found::problem(file, line, message.to_owned());
    }
    let failed_tests =
        report.tests.iter().filter(|test| test.status != Status::Pass).map(|test| test.id.clone()).collect();
    Found { exercise: Some(exercise.id.clone()), failed_tests, ..Found::default() }
}

/// The starter of an exercise about security works, and falls to every attack. What a stage begins with lacks what else is
/// new in that stage.
fn must_fall(exercise: &Exercise, variant: &Variant, report: &Report, file: PathBuf) -> Found {
    if report.verdict == Verdict::InternalError {
        return Found::problem(file, None, told("the sandbox failed", report));
    }
    let mut found = Found { exercise: Some(exercise.id.clone()), ..Found::default() };
    for (test, result) in variant.assessment.suite.tests.iter().zip(&report.tests) {
        let passed = result.status == Status::Pass;
        let message = match (test.attack, passed) {
            // That of an earlier stage was withstood there.
            (true, true) if test.stage.is_some() => continue,
            (true, true) => format!("the starter withstands the attack `{}`: there is no hole to mend", test.id),
            (false, false) if exercise.stage.is_some() => {
                found.failed_tests.push(test.id.clone());
                continue;
            }
            (false, false) => format!("the starter fails `{}`, which is about what must survive", test.id),
            (true, false) => {
                found.failed_tests.push(test.id.clone());
                continue;
            }
            (false, true) => continue,
        };
        found.problems.push(ContentError { file: file.clone(), line: None, message: told(&message, report) });
    }
    found
}

fn must_pass(
    root: &Path,
    catalogue: &Catalogue,
    exercise: &Exercise,
    language: Language,
    variant: &Variant,
    sandbox: &Sandbox,
) -> Found {
    let report = sandbox.judge(&variant.assessment, &variant.solution);
    if report.verdict == Verdict::Passed {
        return Found::default();
    }
    let failed = report.tests.iter().find(|test| test.status != Status::Pass);
    let what = format!("the {} solution does not pass", language.label());
    match failed {
        Some(test) => {
            // The test may be that of an earlier stage, which lies elsewhere.
            let number = test.stage.as_ref().map(|stage| stage.number);
            let is_its_own = |stage: &&Exercise| stage.stage.as_ref().map(|stage| stage.number) == number;
            let owner =
                catalogue.project_of(exercise).and_then(|project| catalogue.stages_of(project).find(is_its_own));
            let file = owner.unwrap_or(exercise).folder.join("tests.toml");
            let line = line_of(root, &file, &format!("id = \"{}\"", test.id));
            Found::problem(file, line, told(&what, &report))
        }
        None => Found::problem(answer_file(root, exercise, language, "solution"), None, told(&what, &report)),
    }
}

fn must_run(block: &TryBlock<'_>, sandbox: &Sandbox) -> Found {
    let variant = block.variant;
    let files = vec![SourceFile { name: variant.language.main_file().to_owned(), content: variant.code.clone() }];
    let program = Program {
        language: variant.language,
        libraries: Vec::new(),
        files,
        args: Vec::new(),
        stdin: Vec::new(),
        limits: Limits::default(),
    };
    let outcome = sandbox.run(&program);
    let shown = shown(&outcome);
    let problem = |message: String| Found::problem(block.file.to_owned(), Some(block.line), message);
    match &variant.output {
        Some(said) if same_output(said, &shown) && outcome.verdict != RunVerdict::InternalError => Found::default(),
        Some(said) => problem(format!(
            "this code does not print what stands below it\n  it says:\n{}\n  it prints:\n{}",
            indented(said),
            indented(&shown)
        )),
        None if outcome.verdict == RunVerdict::Ok => Found::default(),
        None => problem(format!("this code does not run to its end ({:?}):\n{}", outcome.verdict, indented(&shown))),
    }
}

/// What a reader sees who runs it: what was printed, then why it stopped.
fn shown(outcome: &RunOutcome) -> String {
    let mut text = outcome.stdout.clone();
    if !text.is_empty() && !text.ends_with('\n') && !outcome.stderr.is_empty() {
        text.push('\n');
    }
    text.push_str(&outcome.stderr);
    text
}

/// Ends of lines and the last line end do not count.
fn same_output(said: &str, printed: &str) -> bool {
    said.trim_end().lines().map(str::trim_end).eq(printed.trim_end().lines().map(str::trim_end))
}

fn told(what: &str, report: &Report) -> String {
    format!("{what}:\n{}", indented(&report_text::report(report)))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// The starter or solution of a language, as authors name it.
fn answer_file(root: &Path, exercise: &Exercise, language: Language, what: &str) -> PathBuf {
    let file = exercise.folder.join(language.as_str()).join(format!("{what}.{}", language.extension()));
    if root.join(&file).exists() { file } else { exercise.folder.join(language.as_str()) }
}

/// The first line of a file that holds a text, from 1.
pub fn line_of(root: &Path, file: &Path, text: &str) -> Option<usize> {
    let content = fs::read_to_string(root.join(file)).ok()?;
    content.lines().position(|line| line.contains(text)).map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_compared_without_the_ends_of_lines() {
        assert!(same_output("a \nb\n\n", "a\nb"));
        assert!(!same_output("a\nb", "a\n b"));
        assert!(!same_output("a", "a\nb"));
    }

    #[test]
    fn a_line_is_found_by_its_text() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("tests.toml"), "[[test]]\nid = \"a\"\n[[test]]\nid = \"b\"\n").unwrap();
        assert_eq!(line_of(dir.path(), Path::new("tests.toml"), "id = \"b\""), Some(4));
        assert_eq!(line_of(dir.path(), Path::new("tests.toml"), "id = \"c\""), None);
        assert_eq!(line_of(dir.path(), Path::new("none.toml"), "x"), None);
    }
}
