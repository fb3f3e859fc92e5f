//! A test report as text, in the order and words in which a learner sees it on the page.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use domain::{Report, Status, TestResult};

const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();
const FAINT: Style = Style::new().dimmed();

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Something as it should be. Colours are stripped where the output is no terminal.
pub fn good(text: &str) -> String {
    styled(GOOD, text)
}

/// Something wrong.
pub fn bad(text: &str) -> String {
    styled(BAD, text)
}

/// Something beside the point.
pub fn faint(text: &str) -> String {
    styled(FAINT, text)
}

/// The whole report.
pub fn report(report: &Report) -> String {
    let mut text = String::new();
    let verdict = report.verdict.as_str().replace('_', " ");
    let verdict = if report.status == Status::Pass { good(&verdict) } else { bad(&verdict) };
    let _ = writeln!(text, "{verdict}: {}", report.verdict.sentence());
    if let Some(message) = &report.message {
        block(&mut text, "  ", message);
    }
    let mut stage = None;
    for test in &report.tests {
        if let Some(earlier) = test.stage.as_ref().filter(|earlier| stage != Some(*earlier)) {
            stage = Some(earlier);
            let _ = writeln!(text, "  {}", faint(&format!("stage {}, {}", earlier.number, earlier.title)));
        }
        self::test(&mut text, test);
    }
    let _ = writeln!(
        text,
        "{} of {} tests, {} of {} points {}",
        report.passed(),
        report.tests.len(),
        report.points.earned,
        report.points.possible,
        faint(&format!(
            "({:.1} ms, {} fuel, {} MiB)",
            micros(report.duration_us),
            report.fuel,
            report.memory_bytes >> 20
        )),
    );
    text
}

fn test(text: &mut String, test: &TestResult) {
    let mark = match test.status {
        Status::Pass => good("pass"),
        Status::Fail => bad("fail"),
        Status::Error => bad("error"),
    };
    let _ = writeln!(text, "  {mark}  {}", test.name);
    let labelled = [
        ("", &test.say),
        ("called", &test.test_code),
        ("expected", &test.expected),
        ("came", &test.actual),
        ("", &test.message),
        ("printed", &test.output),
    ];
    // A test that passed says no more than its name.
    for (label, value) in labelled.into_iter().filter(|_| test.status != Status::Pass) {
        let Some(value) = value.as_deref().filter(|value| !value.is_empty()) else { continue };
        if label.is_empty() {
            block(text, "        ", value);
        } else if value.contains('\n') {
            let _ = writeln!(text, "        {label}:");
            block(text, "          ", value);
        } else {
            let _ = writeln!(text, "        {label}: {value}");
        }
    }
}

fn block(text: &mut String, indent: &str, lines: &str) {
    for line in lines.lines() {
        let _ = writeln!(text, "{indent}{line}");
    }
}

fn micros(us: u64) -> f64 {
    std::time::Duration::from_micros(us).as_secs_f64() * 1_000.0
}

#[cfg(test)]
mod tests {
    use domain::{Language, Points, Verdict};

    use super::*;

    #[test]
    fn a_failure_shows_what_a_learner_sees() {
        let failed = TestResult {
            id: "plain".into(),
            name: "splits a plain URL".into(),
            status: Status::Fail,
            verdict: Verdict::WrongAnswer,
            say: Some("The host ends at the first slash.".into()),
            message: None,
            test_code: Some("split_url('https://example.org/a')".into()),
            expected: Some("{'host': 'example.org'}".into()),
            actual: Some("None".into()),
            output: Some("one\ntwo".into()),
            expected_differs: Vec::new(),
            actual_differs: Vec::new(),
            curve: None,
            attack: false,
            stage: None,
            visible: true,
            fuel: 1,
            duration_us: 1,
        };
        let earlier = domain::StageName { number: 1, title: "Hosts".into() };
        let earlier =
            TestResult { name: "knows a host".into(), status: Status::Pass, stage: Some(earlier), ..failed.clone() };
        let text = report(&Report {
            version: 3,
            status: Status::Fail,
            message: None,
            verdict: Verdict::WrongAnswer,
            points: Points { earned: 0, possible: 5 },
            language: Language::Python,
            duration_us: 1_500,
            fuel: 7,
            memory_bytes: 3 << 20,
            tests: vec![failed, earlier],
        });
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(
            plain,
            "wrong answer: Your code runs, but not every answer is right yet.\n  fail  splits a plain URL\n        \
             The host ends at the first slash.\n        called: split_url('https://example.org/a')\n        \
             expected: {'host': 'example.org'}\n        came: None\n        printed:\n          one\n          two\n  \
             stage 1, Hosts\n  pass  knows a host\n1 of 2 tests, 0 of 5 points (1.5 ms, 7 fuel, 3 MiB)\n"
        );
    }
}
