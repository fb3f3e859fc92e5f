//! Judging one exercise of ten tests, beside starting the interpreter that would do it natively.

use std::{path::Path, time::Instant};

use anyhow::{Context, Result, ensure};
use domain::{Assessment, Expectation, Language, Limits, Reveal, SourceFile, Step, Suite, TestCase, Verdict};
use sandbox::Sandbox;
use serde_json::{Value, json};

use crate::{
    figures::{Figures, percentile},
    native, on_a_guest_thread,
};

/// Enough for a 95th percentile that ten samples lie above.
const ROUNDS: usize = 200;
/// Starting a native interpreter takes tens of milliseconds.
const NATIVE_EVERY: usize = 5;

/// A URL and the parts that the subject takes it into.
const CASES: [(&str, &str, &str, u32); 10] = [
    ("http://example.org/", "example.org", "/", 80),
    ("https://example.org/", "example.org", "/", 443),
    ("https://example.org", "example.org", "/", 443),
    ("http://example.org:8080/a", "example.org", "/a", 8080),
    ("https://example.org/a/b/c", "example.org", "/a/b/c", 443),
    ("https://example.org/a?b=c", "example.org", "/a", 443),
    ("https://example.org/a#b", "example.org", "/a", 443),
    ("https://EXAMPLE.org/A", "example.org", "/A", 443),
    ("http://localhost:3000", "localhost", "/", 3000),
    ("https://a.b.example.org:8443/x?y=z#t", "a.b.example.org", "/x", 8443),
];

/// The same function in each language that has functions.
const SUBJECTS: [(Language, &str); 5] = [
    (Language::Python, include_str!("subject/take_apart.py")),
    (Language::Javascript, include_str!("subject/take_apart.js")),
    (Language::Typescript, include_str!("subject/take_apart.ts")),
    (Language::Ruby, include_str!("subject/take_apart.rb")),
    (Language::Php, include_str!("subject/take_apart.php")),
];

/// The most milliseconds that half of the verdicts may take.
const GOALS: [(Language, f64); 2] = [(Language::Python, 5.0), (Language::Javascript, 1.5)];

/// Measures each language, turn by turn with its native interpreter, so that a busy moment hits both.
pub fn measure(runtimes: &Path, figures: &mut Figures) -> Result<()> {
    let sandbox = Sandbox::open(runtimes)
        .with_context(|| format!("the interpreters in {} cannot be opened", runtimes.display()))?;
    let all = on_a_guest_thread(|| samples(&sandbox))?;

    let mut bound = f64::INFINITY;
    let mut medians = Vec::new();
    for (language, mut samples) in all {
        if let Some(native) = native::Interpreter::of(language) {
            let native_p50 = percentile(&mut samples.native, 0.5);
            bound = bound.min(native_p50);
            figures.tell(format!("native.{}.p50_ms", native.program), native_p50);
            figures.tell(format!("native.{}.p95_ms", native.program), percentile(&mut samples.native, 0.95));
        }
        let median = percentile(&mut samples.judge, 0.5);
        match GOALS.iter().find(|(of, _)| *of == language) {
            Some((_, goal)) => figures.hold(format!("judge.{language}.p50_ms"), median, *goal),
            None => figures.tell(format!("judge.{language}.p50_ms"), median),
        }
        figures.tell(format!("judge.{language}.p95_ms"), percentile(&mut samples.judge, 0.95));
        figures.tell(format!("judge.{language}.fuel"), samples.fuel as f64);
        medians.push((language, median));
    }
    // The faster of the two natives is the one to beat.
    for (language, median) in medians {
        figures.hold(format!("judge.{language}.to_native"), median / bound, 1.0);
    }
    Ok(())
}

struct Samples {
    judge: Vec<f64>,
    native: Vec<f64>,
    fuel: u64,
}

fn samples(sandbox: &Sandbox) -> Result<Vec<(Language, Samples)>> {
    let mut all = Vec::new();
    for (language, subject) in SUBJECTS {
        let assessment = assessment(language);
        let files = [SourceFile { name: language.main_file().to_owned(), content: subject.to_owned() }];
        let native = native::Interpreter::of(language);
        let mut samples = Samples { judge: Vec::new(), native: Vec::new(), fuel: 0 };
        for round in 0..ROUNDS + 10 {
            let start = Instant::now();
            let report = sandbox.judge(&assessment, &files);
            let took = start.elapsed().as_secs_f64() * 1000.0;
            ensure!(report.verdict == Verdict::Passed, "the subject in {language} does not pass: {report:?}");
            ensure!(report.tests.len() == CASES.len(), "{} tests were run", report.tests.len());
            // The first rounds find caches cold.
            if round < 10 {
                continue;
            }
            samples.judge.push(took);
            samples.fuel = report.fuel;
            if let Some(native) = native.as_ref().filter(|_| round % NATIVE_EVERY == 0) {
                samples.native.push(native.start()?);
            }
        }
        all.push((language, samples));
    }
    Ok(all)
}

fn assessment(language: Language) -> Assessment {
    let tests = CASES.iter().enumerate().map(|(index, (url, host, path, port))| TestCase {
        id: format!("case-{index}"),
        name: format!("takes {url} apart"),
        say: "The parts are not those of the URL.".to_owned(),
        visible: false,
        reveal: Reveal::Full,
        steps: vec![Step::call(
            "take_apart",
            vec![Value::from(*url)],
            Expectation::Json(json!({ "host": host, "path": path, "port": port })),
        )],
        ..TestCase::default()
    });
    Assessment {
        language,
        libraries: Vec::new(),
        suite: Suite { tests: tests.collect(), ..Suite::default() },
        limits: Limits::default(),
        points: 10,
    }
}
