//! Judging ten tests of the other kinds: a service under Flask, a query, and the whole content as its authors check it.

use std::{path::Path, process::Command, time::Instant};

use anyhow::{Context, Result, ensure};
use domain::{
    Action, Aspect, Assessment, Condition, Expectation, Language, Library, Limits, RequestBody, ServiceRequest,
    SourceFile, Step, Suite, TestCase, Verdict,
};
use sandbox::Sandbox;
use serde_json::json;

use crate::{
    Arguments,
    figures::{Figures, percentile},
    on_a_guest_thread,
};

const ROUNDS: usize = 100;
/// The most milliseconds that half of the verdicts may take.
const FLASK_MS: f64 = 15.0;
const SQL_MS: f64 = 1.5;
/// The least verdicts a second when the whole content is checked.
const CHECKED_PER_SECOND: f64 = 100.0;

/// Measures them.
pub fn measure(runtimes: &Path, figures: &mut Figures) -> Result<()> {
    let sandbox = Sandbox::open(runtimes)
        .with_context(|| format!("the interpreters in {} cannot be opened", runtimes.display()))?;
    let flask = p50(&sandbox, &flask(), include_str!("subject/notes.py"))?;
    figures.hold("judge.flask.p50_ms", flask, FLASK_MS);
    let sql = p50(&sandbox, &sql(), include_str!("subject/orders.sql"))?;
    figures.hold("judge.sql.p50_ms", sql, SQL_MS);
    Ok(())
}

/// The median of one verdict, in milliseconds.
fn p50(sandbox: &Sandbox, assessment: &Assessment, subject: &str) -> Result<f64> {
    let language = assessment.language;
    let files = [SourceFile { name: language.main_file().to_owned(), content: subject.to_owned() }];
    on_a_guest_thread(|| {
        let mut samples = Vec::new();
        for round in 0..ROUNDS + 5 {
            let start = Instant::now();
            let report = sandbox.judge(assessment, &files);
            ensure!(report.verdict == Verdict::Passed, "the subject in {language} does not pass: {report:?}");
            // The first rounds find caches cold.
            if round >= 5 {
                samples.push(start.elapsed().as_secs_f64() * 1_000.0);
            }
        }
        Ok(percentile(&mut samples, 0.5))
    })
}

/// Ten tests of a post and a read each.
fn flask() -> Assessment {
    let request = |method: &str, path: &str, body: RequestBody, expect: Vec<Condition>| Step {
        action: Action::Request(ServiceRequest {
            method: method.into(),
            path: path.into(),
            body,
            ..Default::default()
        }),
        repeat: 1,
        expect,
        capture: Vec::new(),
    };
    let is = |aspect, value| Condition { aspect, expectation: Expectation::Json(value) };
    let test = |index: usize| {
        let text = format!("note {index}");
        let note = json!({ "id": 1, "text": text });
        TestCase {
            id: format!("note-{index}"),
            name: format!("keeps note {index}"),
            steps: vec![
                request(
                    "POST",
                    "/notes",
                    RequestBody::Json(json!({ "text": text })),
                    vec![is(Aspect::Status, json!(201))],
                ),
                request("GET", "/notes/1", RequestBody::None, vec![is(Aspect::Body, note)]),
            ],
            ..TestCase::default()
        }
    };
    let suite = Suite { tests: (0..10).map(test).collect(), ..Suite::default() };
    Assessment {
        language: Language::Python,
        libraries: vec![Library::Flask],
        suite,
        limits: Limits::default(),
        points: 10,
    }
}

/// Ten tests of one query, each on a database of its own.
fn sql() -> Assessment {
    let dataset = |index: usize| {
        let orders: Vec<String> = (0..40).map(|row| format!("({row}, {}, {})", row % 5 + 1, row * index)).collect();
        let sql = format!(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
             CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id), price INTEGER);
             INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy'), (4, 'Di'), (5, 'Ed'), (6, 'Fay');
             INSERT INTO orders VALUES {};",
            orders.join(", ")
        );
        (format!("d{index}"), sql)
    };
    let names = ["Ada", "Bo", "Cy", "Di", "Ed"];
    let rows = |index: usize| {
        let total = |customer: usize| (0..40).filter(|row| row % 5 == customer).map(|row| row * index).sum::<usize>();
        let rows = names.iter().enumerate().map(|(customer, name)| json!([name, 8, total(customer)]));
        rows.chain([json!(["Fay", 0, null])]).collect::<Vec<_>>()
    };
    let test = |index: usize| TestCase {
        id: format!("d{index}"),
        name: format!("dataset {index}"),
        datasets: vec![format!("d{index}")],
        steps: vec![Step {
            action: Action::Script,
            repeat: 1,
            expect: vec![Condition { aspect: Aspect::Rows, expectation: Expectation::Json(rows(index).into()) }],
            capture: Vec::new(),
        }],
        ..TestCase::default()
    };
    let suite =
        Suite { tests: (1..11).map(test).collect(), datasets: (1..11).map(dataset).collect(), ..Suite::default() };
    Assessment { language: Language::Sql, libraries: Vec::new(), suite, limits: Limits::default(), points: 10 }
}

/// The whole content with all its mutants, by the program as authors call it. Its own start is part of it.
pub fn check(arguments: &Arguments, figures: &mut Figures) -> Result<()> {
    let begun = Instant::now();
    let checked = Command::new(&arguments.server)
        .arg("check")
        .arg("--content")
        .arg(&arguments.content)
        .arg("--runtimes")
        .arg(&arguments.runtimes)
        .output()
        .with_context(|| format!("{} cannot be started", arguments.server.display()))?;
    let seconds = begun.elapsed().as_secs_f64();
    let said = [checked.stdout, checked.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    ensure!(checked.status.success(), "the content is not well: {said}");
    let last = said.lines().rfind(|line| line.contains("starters")).context("the check says nothing of starters")?;
    let before = |word: &str| {
        let (head, _) = last.split_once(word)?;
        head.split_whitespace().next_back()?.parse::<f64>().ok()
    };
    let verdicts: f64 =
        ["starters", "solutions", "mutants"].into_iter().filter_map(|word| before(&format!(" {word}"))).sum();
    ensure!(verdicts > 0.0, "the check counts nothing: {last}");
    figures.tell("check.verdicts", verdicts);
    figures.reach("check.verdicts_per_second", verdicts / seconds, CHECKED_PER_SECOND);
    Ok(())
}
