//! The programs in `tests/hostile/`, each in the folder of the verdict that it must get.
//!
//! `case.toml` says why a program is there and what else must be true of it. A program is run as it is, or, where it is
//! `judged`, asked by [`suite`]. Each is run twice: what a run leaves behind would show in the second.

use std::{fs, path::Path};

use domain::{
    Assessment, Expectation, Language, Limits, Program, Report, Reveal, RunOutcome, RunVerdict, Status, Step, Suite,
    TestCase, Verdict,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{main_file, on_a_large_stack, root, sandbox};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Case {
    /// What the program proves.
    why: String,
    /// Asked by the suite instead of run.
    judged: bool,
    /// Where they are not the usual ones.
    limits: Limits,
    /// All of standard output.
    stdout: Option<String>,
    /// The beginning of standard output.
    starts_with: Option<String>,
    /// Somewhere on standard error, or in what a report tells the learner.
    says: Option<String>,
    /// Somewhere in the output that a report shows.
    prints: Option<String>,
    /// How a run ends.
    exit_code: Option<i32>,
}

fn test(id: &str, function: &str, args: Vec<Value>, expected: Value, visible: bool, reveal: Reveal) -> TestCase {
    TestCase {
        id: id.to_owned(),
        name: id.to_owned(),
        say: "It must.".to_owned(),
        visible,
        reveal,
        steps: vec![Step::call(function, args, Expectation::Json(expected))],
        ..TestCase::default()
    }
}

/// What judged programs are asked. No program is told the expected values, and none can guess the third.
pub fn suite() -> Suite {
    let described = json!({"number": 1, "names": ["one", "ein"], "even": false, "root": 1.0, "note": null});
    Suite {
        tests: vec![
            test("adds", "add", vec![json!(2), json!(3)], json!(5), true, Reveal::Full),
            test("adds-more", "add", vec![json!(40), json!(2)], json!(42), false, Reveal::Actual),
            test("reverses", "reverse", vec![json!("stressed")], json!("desserts"), false, Reveal::Name),
            test("describes", "describe", vec![json!(1)], described, false, Reveal::Full),
        ],
        ..Suite::default()
    }
}

fn judge(language: Language, code: &str, case: &Case) -> Report {
    let assessment = Assessment { language, libraries: Vec::new(), suite: suite(), limits: case.limits, points: 10 };
    let mut report = sandbox().judge(&assessment, &main_file(language, code));
    // The only parts that may differ.
    report.duration_us = 0;
    report.tests.iter_mut().for_each(|test| test.duration_us = 0);
    report
}

fn run(language: Language, code: &str, case: &Case) -> RunOutcome {
    let program = Program {
        language,
        libraries: Vec::new(),
        files: main_file(language, code),
        args: Vec::new(),
        stdin: b"from the host".to_vec(),
        limits: case.limits,
    };
    RunOutcome { wall_ms: 0.0, ..sandbox().run(&program) }
}

fn as_verdict(verdict: RunVerdict) -> Verdict {
    match verdict {
        RunVerdict::Ok => Verdict::Passed,
        RunVerdict::RuntimeError => Verdict::RuntimeError,
        RunVerdict::TimeLimit => Verdict::TimeLimit,
        RunVerdict::MemoryLimit => Verdict::MemoryLimit,
        RunVerdict::OutputLimit => Verdict::OutputLimit,
        RunVerdict::CompileError => Verdict::CompileError,
        RunVerdict::InternalError => Verdict::InternalError,
    }
}

/// What is wrong with a judgement, where something is.
fn complaints_of_report(report: &Report, verdict: &str, case: &Case) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut must = |truth: bool, what: &str| {
        if !truth {
            complaints.push(what.to_owned());
        }
    };
    must(report.verdict.as_str() == verdict, "another verdict");
    let passed = report.verdict == Verdict::Passed;
    must((report.points.earned > 0) == passed, "points without a pass, or none with one");
    must((report.status == Status::Pass) == passed, "the status says something else than the verdict");
    must(report.tests.len() == suite().tests.len(), "not one result for each test");
    let told: Vec<_> =
        report.message.iter().chain(report.tests.iter().filter_map(|test| test.message.as_ref())).collect();
    if let Some(text) = &case.says {
        must(told.iter().any(|message| message.contains(text)), "the learner is not told why");
    }
    if let Some(text) = &case.prints {
        let shown = report.tests.iter().filter_map(|test| test.output.as_ref()).any(|output| output.contains(text));
        must(shown, "what was printed is not shown");
    }
    let hidden =
        report.tests.iter().find(|test| test.id == "reverses").map(|test| serde_json::to_string(test).unwrap());
    must(
        hidden.is_some_and(|json| !json.contains("stressed") && !json.contains("desserts")),
        "a hidden test shows itself",
    );
    complaints
}

fn complaints_of_run(outcome: &RunOutcome, verdict: &str, case: &Case) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut must = |truth: bool, what: &str| {
        if !truth {
            complaints.push(what.to_owned());
        }
    };
    must(as_verdict(outcome.verdict).as_str() == verdict, "another verdict");
    let longest = usize::try_from(case.limits.output_kb).unwrap() << 10;
    must(outcome.stdout.len() + outcome.stderr.len() <= longest + 16_000, "more output than the limit");
    must(case.stdout.as_ref().is_none_or(|text| outcome.stdout == *text), "another output");
    must(
        case.starts_with.as_ref().is_none_or(|text| outcome.stdout.starts_with(text)),
        "another beginning of the output",
    );
    must(case.says.as_ref().is_none_or(|text| outcome.stderr.contains(text)), "standard error does not say why");
    must(case.exit_code.is_none_or(|code| outcome.exit_code == Some(code)), "another exit code");
    complaints
}

fn shown(text: impl std::fmt::Debug) -> String {
    let text = format!("{text:?}");
    if text.len() > 1_500 { format!("{}…", text.chars().take(1_500).collect::<String>()) } else { text }
}

fn check(language: Language, folder: &Path, verdict: &str) -> Option<String> {
    let code = fs::read_to_string(folder.join(language.main_file())).ok()?;
    let case = fs::read_to_string(folder.join("case.toml")).unwrap_or_default();
    let case: Case = match toml::from_str(&case) {
        Ok(case) => case,
        Err(error) => return Some(format!("{}: case.toml: {error}", folder.display())),
    };
    let (mut complaints, seen) = if case.judged {
        let report = judge(language, &code, &case);
        let mut complaints = complaints_of_report(&report, verdict, &case);
        if judge(language, &code, &case) != report {
            complaints.push("the second time is not like the first".to_owned());
        }
        (complaints, shown(&report))
    } else {
        let outcome = run(language, &code, &case);
        let mut complaints = complaints_of_run(&outcome, verdict, &case);
        if run(language, &code, &case) != outcome {
            complaints.push("the second time is not like the first".to_owned());
        }
        (complaints, shown(&outcome))
    };
    if case.why.is_empty() {
        complaints.push("nobody says why it is there".to_owned());
    }
    let name = folder.strip_prefix(root()).unwrap_or(folder).display();
    (!complaints.is_empty()).then(|| format!("{name} ({language}): {}\n    {seen}", complaints.join("; ")))
}

/// Runs the programs of one language. `BACKROAD_HOSTILE=word` chooses those with the word in their path.
fn check_all(language: Language) {
    let chosen = std::env::var("BACKROAD_HOSTILE").unwrap_or_default();
    let mut wrong = Vec::new();
    let mut count = 0;
    for verdict in fs::read_dir(root().join("tests/hostile")).unwrap() {
        let verdict = verdict.unwrap();
        if !verdict.path().is_dir() {
            continue;
        }
        let name = verdict.file_name().into_string().unwrap();
        let known =
            ["passed", "wrong_answer", "runtime_error", "time_limit", "memory_limit", "output_limit", "compile_error"];
        assert!(known.contains(&name.as_str()), "tests/hostile/{name} is no verdict that a program can get");
        for folder in fs::read_dir(verdict.path()).unwrap() {
            let folder = folder.unwrap().path();
            let any = Language::ALL.iter().any(|language| folder.join(language.main_file()).exists());
            assert!(any, "{} holds no program", folder.display());
            if folder.join(language.main_file()).exists() && folder.to_string_lossy().contains(&chosen) {
                count += 1;
                wrong.extend(check(language, &folder, &name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} programs:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn python_programs_get_the_verdict_of_their_folder() {
    on_a_large_stack(|| check_all(Language::Python));
}

#[test]
fn javascript_programs_get_the_verdict_of_their_folder() {
    on_a_large_stack(|| check_all(Language::Javascript));
}

#[test]
fn typescript_programs_get_the_verdict_of_their_folder() {
    on_a_large_stack(|| check_all(Language::Typescript));
}

#[test]
fn ruby_programs_get_the_verdict_of_their_folder() {
    on_a_large_stack(|| check_all(Language::Ruby));
}

#[test]
fn php_programs_get_the_verdict_of_their_folder() {
    on_a_large_stack(|| check_all(Language::Php));
}

#[test]
fn sql_programs_get_the_verdict_of_their_folder() {
    on_a_large_stack(|| check_all(Language::Sql));
}
