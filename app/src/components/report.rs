//! The test report, written by the same code on the server and, after a run, in the browser.

use domain::{Report, StageName, Status, TestResult, Verdict};

use super::{Html, Icon, curve::curve, first_difference, is_table, mebibytes, milliseconds, plural};

/// How a verdict is dressed: whose matter it is decides the colours.
pub(super) fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "is-passed",
        Verdict::InternalError => "is-ours",
        _ => "is-failed",
    }
}

pub(super) fn icon(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Passed => Icon::Check,
        Verdict::InternalError => Icon::Wrench,
        _ => Icon::Cross,
    }
}

/// A verdict in two words.
pub(super) fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "Passed",
        Verdict::WrongAnswer => "Wrong answer",
        Verdict::RuntimeError => "Error",
        Verdict::TimeLimit => "Out of time",
        Verdict::MemoryLimit => "Out of memory",
        Verdict::OutputLimit => "Too much output",
        Verdict::CompileError => "Cannot be read",
        Verdict::InternalError => "Our runner failed",
    }
}

/// The report in one sentence, for a screen reader: how many tests passed, where that is news, and the verdict.
pub(crate) fn report_sentence(report: &Report) -> String {
    let sentence = report.verdict.sentence();
    if report.tests.is_empty() || report.verdict == Verdict::InternalError {
        return sentence.to_owned();
    }
    format!("{} {sentence}", passed_of_all(report))
}

fn passed_of_all(report: &Report) -> String {
    format!("{} of {} passed.", report.passed(), plural(report.tests.len(), "test"))
}

/// The whole report: the verdict, then each test; the first that did not pass is open.
pub(crate) fn report(html: &mut Html, report: &Report) {
    html.raw(r#"<section class="report" data-verdict=""#).raw(report.verdict.as_str()).raw(r#"">"#);
    summary(
        html,
        tone(report.verdict),
        icon(report.verdict),
        word(report.verdict),
        report.verdict.sentence(),
        &facts(report),
    );
    if let Some(message) = &report.message {
        html.raw(r#"<pre class="report-message" tabindex="0"><code>"#).text(message).raw("</code></pre>");
    }
    let first_failure = report.tests.iter().position(|test| test.status != Status::Pass);
    let mut index = 0;
    for group in report.tests.chunk_by(|test, next| test.stage == next.stage) {
        let earlier = group.first().and_then(|test| test.stage.as_ref());
        if let Some(stage) = earlier {
            stage_head(html, stage, group);
        }
        html.raw(r#"<ol class="test-list">"#);
        for test in group {
            test_result(html, test, first_failure == Some(index));
            index += 1;
        }
        html.raw("</ol>").raw(if earlier.is_some() { "</details>" } else { "" });
    }
    html.raw("</section>");
}

/// Begins the tests of an earlier stage: out of the way while they pass, in sight when something is broken that worked.
fn stage_head(html: &mut Html, stage: &StageName, tests: &[TestResult]) {
    let broken = tests.iter().filter(|test| test.status != Status::Pass).count();
    html.raw(r#"<details class="test-stage"#).raw(if broken > 0 { r#" is-broken" open>"# } else { r#"">"# });
    html.raw("<summary>Stage ").text(&format!("{}, {}: ", stage.number, stage.title));
    if broken > 0 {
        html.text(&format!("{broken} of {} broken", plural(tests.len(), "test")));
    } else {
        html.text(&plural(tests.len(), "test")).raw(if tests.len() == 1 { " passes" } else { " pass" });
    }
    html.raw("</summary>");
}

/// The lines above the tests: a mark, a word, a sentence and what else is known.
pub(crate) fn summary(
    html: &mut Html,
    tone: &'static str,
    icon: Icon,
    word: &'static str,
    sentence: &str,
    facts: &str,
) {
    html.raw(r#"<div class="report-summary "#).raw(tone).raw(r#""><span class="report-mark">"#).icon(icon);
    html.raw(r#"</span><div class="report-words"><p class="report-verdict">"#).raw(word);
    html.raw(r#"</p><p class="report-sentence">"#).text(sentence);
    if !facts.is_empty() {
        html.raw(r#"</p><p class="report-facts">"#).text(facts);
    }
    html.raw("</p></div></div>");
}

fn facts(report: &Report) -> String {
    let mut facts = String::new();
    if !report.tests.is_empty() {
        facts.push_str(&passed_of_all(report));
        facts.push(' ');
    }
    facts.push_str(report.language.label());
    for fact in [milliseconds(report.duration_us), mebibytes(report.memory_bytes)] {
        facts.push_str(", ");
        facts.push_str(&fact);
    }
    if report.points.earned > 0 {
        facts.push_str(", ");
        facts.push_str(&plural(report.points.earned as usize, "point"));
    }
    facts
}

fn test_result(html: &mut Html, test: &TestResult, open: bool) {
    html.raw(r#"<li><details class="test "#).raw(tone(test.verdict)).raw(if open { r#"" open>"# } else { r#"">"# });
    html.raw(r#"<summary><span class="test-mark">"#).icon(icon(test.verdict));
    html.raw(r#"</span><span class="test-name">"#).text(&test.name);
    html.raw(r#"</span><span class="test-word">"#).raw(word(test.verdict));
    if test.attack {
        html.raw(r#"</span><span class="test-kind">Attack"#);
    }
    html.raw(r#"</span></summary><div class="test-body">"#);
    if let Some(say) = &test.say {
        html.raw(r#"<p class="test-say">"#).text(say).raw("</p>");
    }
    part(html, "What happened", "is-message", test.message.as_deref());
    if let Some(measured) = &test.curve {
        curve(html, measured);
    }
    part(html, "The test did this", "is-call", test.test_code.as_deref());
    comparison(html, test);
    part(html, "Your code printed", "is-output", test.output.as_deref());
    let told = [&test.say, &test.message, &test.test_code, &test.expected, &test.actual, &test.output];
    if told.into_iter().all(Option::is_none) {
        html.raw(r#"<p class="test-say is-muted">Nothing more is shown of this test.</p>"#);
    }
    html.raw("</div></details></li>");
}

/// A labelled piece of code or output, if it is there.
fn part(html: &mut Html, label: &'static str, class: &'static str, code: Option<&str>) {
    if let Some(code) = code {
        side(html, label, class, code, "");
    }
}

/// Expected beside actual, with a mark on the lines, or from the place, where they differ; or what of both may be shown.
fn comparison(html: &mut Html, test: &TestResult) {
    let (expected, actual) = (test.expected.as_deref(), test.actual.as_deref());
    if expected.is_none() && actual.is_none() {
        return;
    }
    // Side by side the columns of a table would be broken; one below the other they can be compared by eye.
    let has_table = [expected, actual].into_iter().flatten().any(is_table);
    html.raw(if has_table { r#"<div class="comparison is-table">"# } else { r#"<div class="comparison">"# });
    match (expected, actual) {
        (Some(expected), Some(actual)) if !test.expected_differs.is_empty() || !test.actual_differs.is_empty() => {
            lines(html, "Expected", "is-expected", expected, &test.expected_differs);
            lines(html, "Your code gave", "is-actual", actual, &test.actual_differs);
        }
        (Some(expected), Some(actual)) if expected != actual && test.status != Status::Pass => {
            let (same, expected_rest, actual_rest) = first_difference(expected, actual);
            side(html, "Expected", "is-expected", same, expected_rest);
            side(html, "Your code gave", "is-actual", same, actual_rest);
        }
        _ => {
            part(html, "Expected", "is-expected", expected);
            part(html, "Your code gave", "is-actual", actual);
        }
    }
    html.raw("</div>");
}

/// A text of several lines, some of which are marked.
fn lines(html: &mut Html, label: &'static str, class: &'static str, text: &str, marked: &[u32]) {
    html.raw(r#"<div class="part "#).raw(class).raw(r#""><p class="part-label">"#).raw(label);
    html.raw(r#"</p><pre tabindex="0"><code>"#);
    for (number, line) in text.lines().enumerate() {
        let is_marked = marked.iter().any(|marked| *marked as usize == number);
        html.raw(if number > 0 { "\n" } else { "" }).raw(if is_marked { "<mark>" } else { "" });
        html.text(line).raw(if is_marked { "</mark>" } else { "" });
    }
    html.raw("</code></pre></div>");
}

fn side(html: &mut Html, label: &'static str, class: &'static str, same: &str, rest: &str) {
    html.raw(r#"<div class="part "#).raw(class).raw(r#""><p class="part-label">"#).raw(label);
    // A `pre` loses a first line break; the `code` between keeps it.
    html.raw(r#"</p><pre tabindex="0"><code>"#).text(same);
    if !rest.is_empty() {
        html.raw("<mark>").text(rest).raw("</mark>");
    }
    html.raw("</code></pre></div>");
}

#[cfg(test)]
mod tests {
    use domain::{Language, Points};

    use super::*;

    fn of(verdict: Verdict, tests: Vec<TestResult>) -> Report {
        Report {
            version: 3,
            status: Status::Fail,
            message: None,
            verdict,
            points: Points::default(),
            language: Language::Python,
            duration_us: 0,
            fuel: 0,
            memory_bytes: 0,
            tests,
        }
    }

    fn failed(name: &str, expected: Option<&str>, actual: Option<&str>) -> TestResult {
        TestResult {
            id: name.to_owned(),
            name: name.to_owned(),
            status: Status::Fail,
            verdict: Verdict::WrongAnswer,
            say: None,
            message: None,
            test_code: None,
            expected: expected.map(str::to_owned),
            actual: actual.map(str::to_owned),
            expected_differs: Vec::new(),
            actual_differs: Vec::new(),
            curve: None,
            output: None,
            visible: false,
            attack: false,
            stage: None,
            fuel: 0,
            duration_us: 0,
        }
    }

    fn written(of: &Report) -> String {
        let mut html = Html::default();
        report(&mut html, of);
        html.finish()
    }

    #[test]
    fn our_own_failure_is_never_told_as_the_learners() {
        let ours = of(Verdict::InternalError, Vec::new());
        assert_eq!(report_sentence(&ours), Verdict::InternalError.sentence());
        let html = written(&ours);
        assert!(html.contains("is-ours") && !html.contains("is-failed"), "{html}");
    }

    #[test]
    fn only_the_first_failure_is_open() {
        let tests = vec![failed("a", None, None), failed("b", None, None)];
        assert_eq!(written(&of(Verdict::WrongAnswer, tests)).matches(" open>").count(), 1);
    }

    #[test]
    fn an_earlier_stage_is_shut_while_it_holds_and_open_when_it_breaks() {
        let stage = |number, title: &str| Some(StageName { number, title: title.to_owned() });
        let of_stage = |name: &str, status, stage| TestResult { status, stage, ..failed(name, None, None) };
        let tests = vec![
            of_stage("new", Status::Pass, None),
            of_stage("a", Status::Pass, stage(1, "Tables")),
            of_stage("b", Status::Pass, stage(2, "Rules & keys")),
            of_stage("c", Status::Fail, stage(2, "Rules & keys")),
        ];
        let html = written(&of(Verdict::WrongAnswer, tests));
        assert!(html.contains(r#"<details class="test-stage"><summary>Stage 1, Tables: 1 test passes<"#), "{html}");
        let broken =
            r#"<details class="test-stage is-broken" open><summary>Stage 2, Rules &amp; keys: 1 of 2 tests broken<"#;
        assert!(html.contains(broken), "{html}");
        assert_eq!(html.matches("<ol").count(), 3);
        assert_eq!((html.matches("<details").count(), html.matches("</details>").count()), (6, 6));
    }

    #[test]
    fn the_first_difference_is_marked_on_both_sides() {
        let html = written(&of(Verdict::WrongAnswer, vec![failed("a", Some("[1, 2]"), Some("[1, 3]"))]));
        assert!(html.contains("<code>[1, <mark>2]</mark></code>"), "{html}");
        assert!(html.contains("<code>[1, <mark>3]</mark></code>"), "{html}");
    }

    #[test]
    fn lines_that_differ_are_marked_whole() {
        let mut test = failed("a", Some("a\nb\nc"), Some("a\nx\nc"));
        (test.expected_differs, test.actual_differs) = (vec![1], vec![1]);
        let html = written(&of(Verdict::WrongAnswer, vec![test]));
        assert!(html.contains("<code>a\n<mark>b</mark>\nc</code>"), "{html}");
        assert!(html.contains("<code>a\n<mark>x</mark>\nc</code>"), "{html}");
    }

    #[test]
    fn a_table_on_either_side_is_kept_unbroken() {
        let table = "name | orders\n---- | ------\nAda  |      2";
        for (expected, actual) in [(table, "no result"), ("the rows of our own query", table)] {
            let html = written(&of(Verdict::WrongAnswer, vec![failed("a", Some(expected), Some(actual))]));
            assert!(html.contains(r#"<div class="comparison is-table">"#), "{html}");
        }
        let html = written(&of(Verdict::WrongAnswer, vec![failed("a", Some("1"), Some("2"))]));
        assert!(!html.contains("is-table"), "{html}");
    }

    #[test]
    fn what_a_test_holds_back_leaves_no_empty_place() {
        let html = written(&of(Verdict::WrongAnswer, vec![failed("a", None, Some("3")), failed("b", None, None)]));
        assert!(!html.contains("Expected"), "{html}");
        assert_eq!(html.matches("Nothing more is shown").count(), 1);
    }
}
