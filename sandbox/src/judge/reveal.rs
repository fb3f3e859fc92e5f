//! What a learner gets to see of a test. The only place where a [`TestResult`] is made of a trial.
//!
//! | shown                            | name | actual | input | full |
//! |----------------------------------|------|--------|-------|------|
//! | name, verdict, sentence          | yes  | yes    | yes   | yes  |
//! | what the code answered           |      | yes    | yes   | yes  |
//! | calls, printed output, exception |      |        | yes   | yes  |
//! | what was expected                |      |        |       | yes  |
//!
//! Printed output and exceptions belong to the input: the code was given the input and can put it there.

use domain::{Condition, Curve, Language, Reveal, Status, TestCase, TestResult, Verdict, visible_text};

use super::{
    difference,
    message::{Failure, shorten},
    outcome::Outcome,
    rendering,
    trial::{End, Trial},
};
use crate::{Output, run};

/// The most characters of printed output in a report. A report has as many as it has tests, and is kept for ever.
const MOST_OUTPUT_CHARS: usize = 8_000;

/// What the learner is told of a test that ran.
pub(super) fn tell(language: Language, test: &TestCase, trial: Trial) -> TestResult {
    let reveal = rule(test);
    let verdict = trial.end.verdict();
    let status = match (&trial.end, verdict) {
        (_, Verdict::Passed) => Status::Pass,
        (End::Answered { .. } | End::Grown { .. }, _) => Status::Fail,
        _ => Status::Error,
    };
    let conditions = trial.done.last().map(|step| step.expect.as_slice()).unwrap_or_default();
    let told = told(language, conditions, &trial.end, reveal);
    // While loading no test's input is there yet.
    let is_loaded = !matches!(trial.end, End::NotLoaded(_));
    let test_code = (reveal >= Reveal::Input && is_loaded && !trial.done.is_empty()).then(|| steps(language, &trial));
    let expected = told.expected.filter(|_| reveal >= Reveal::Full);
    let actual = told.actual.filter(|_| reveal >= Reveal::Actual);
    let (expected_differs, actual_differs) = match (&expected, &actual) {
        (Some(expected), Some(actual)) if status == Status::Fail => difference::lines(expected, actual),
        _ => Default::default(),
    };
    TestResult {
        status,
        verdict,
        say: (status != Status::Pass).then(|| test.say.clone()),
        message: told.message,
        test_code,
        expected,
        actual,
        expected_differs,
        actual_differs,
        curve: told.curve,
        output: (reveal >= Reveal::Input).then(|| printed(&trial.output)).flatten(),
        fuel: trial.fuel,
        duration_us: trial.duration_us,
        ..untold(test)
    }
}

/// What could be told of how a test ended, if it may be.
#[derive(Default)]
struct Told {
    message: Option<String>,
    expected: Option<String>,
    actual: Option<String>,
    curve: Option<Curve>,
}

fn told(language: Language, conditions: &[Condition], end: &End, reveal: Reveal) -> Told {
    let theirs = reveal >= Reveal::Input;
    let expected = |unmet| (!conditions.is_empty()).then(|| rendering::expected(language, conditions, unmet));
    match end {
        // Whatever was said while loading can be told.
        End::NotLoaded(failure) => Told { message: Some(failure.text(true)), ..Told::default() },
        End::Stopped(failure) => {
            Told { message: Some(failure.text(theirs)), expected: expected(None), ..Told::default() }
        }
        End::Answered { outcome, unmet, raised } => Told {
            message: raised.as_ref().filter(|_| unmet.is_some()).map(|failure| failure.text(theirs)),
            expected: expected(*unmet),
            actual: actual(language, outcome, conditions, *unmet, reveal),
            curve: None,
        },
        // Sizes and fuel say nothing of the input.
        End::Grown { curve, met } => {
            let message = format!(
                "Your code's work may grow with the input as {}; it grows faster. Look for work that is done again for \
                 every element.",
                curve.bound.as_str()
            );
            Told { message: (!met).then_some(message), curve: Some(curve.clone()), ..Told::default() }
        }
    }
}

/// Everything that was done, in order.
fn steps(language: Language, trial: &Trial) -> String {
    let dataset = trial.dataset.iter().map(|name| format!("-- on the dataset `{name}`"));
    let actions: Vec<String> = trial.done.iter().map(|step| rendering::action(language, step)).collect();
    // What takes several lines stands apart from its neighbours.
    let between = if actions.iter().any(|action| action.contains('\n')) { "\n\n" } else { "\n" };
    dataset.chain([shorten(actions.join(between))]).collect::<Vec<_>>().join("\n")
}

/// What the learner is told of a test that did not run.
pub(super) fn tell_not_run(test: &TestCase, verdict: Verdict, message: Option<String>) -> TestResult {
    TestResult { status: Status::Error, verdict, message, ..untold(test) }
}

/// A test of which nothing is told but its name.
fn untold(test: &TestCase) -> TestResult {
    TestResult {
        id: test.id.clone(),
        name: test.name.clone(),
        status: Status::Error,
        verdict: Verdict::InternalError,
        say: None,
        message: None,
        test_code: None,
        expected: None,
        actual: None,
        expected_differs: Vec::new(),
        actual_differs: Vec::new(),
        curve: None,
        output: None,
        visible: test.visible,
        attack: test.attack,
        stage: test.stage.clone(),
        fuel: 0,
        duration_us: 0,
    }
}

/// A visible test hides nothing, whatever it says itself.
fn rule(test: &TestCase) -> Reveal {
    if test.visible { Reveal::Full } else { test.reveal }
}

fn actual(
    language: Language,
    outcome: &Outcome,
    conditions: &[Condition],
    unmet: Option<usize>,
    reveal: Reveal,
) -> Option<String> {
    match outcome {
        Outcome::Raised { kind, message } if reveal >= Reveal::Input => {
            let verb = rendering::raises(language);
            let failure = Failure::raised(language, kind, message, "");
            failure.theirs.map(|exception| format!("{verb} {exception}"))
        }
        outcome => rendering::actual(language, outcome, conditions, unmet),
    }
}

/// Both streams as text, the controls in them made visible; `None` where nothing was printed.
pub(super) fn printed(output: &Output) -> Option<String> {
    let (stdout, stderr) = run::streams(output);
    let mut text = visible_text(&stdout);
    if !stderr.is_empty() {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&visible_text(&stderr));
    }
    let cut = text.char_indices().nth(MOST_OUTPUT_CHARS).map(|(end, _)| end);
    if let Some(end) = cut {
        text.truncate(end);
    }
    if cut.is_some() || output.truncated {
        text.push_str("\n… (the rest is not shown)");
    }
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use domain::{Expectation, Step};
    use serde_json::json;

    use super::*;
    use crate::values::Value;

    fn test(visible: bool, reveal: Reveal) -> TestCase {
        let step = |url: &str| Step::call("split_url", vec![json!(url)], Expectation::Json(json!("EXPECTED")));
        TestCase {
            id: "t".into(),
            name: "the name".into(),
            say: "The sentence.".into(),
            visible,
            reveal,
            steps: vec![step("INPUT-1"), step("INPUT-2"), step("LATER")],
            ..TestCase::default()
        }
    }

    /// A test that ended with its second step.
    fn trial(end: End) -> Trial {
        let output = Output { stdout: b"INPUT-2 printed\n".to_vec(), ..Output::default() };
        let done = test(false, Reveal::Full).steps[..2].to_vec();
        Trial { end, done, dataset: None, output, fuel: 7, memory_bytes: 8, duration_us: 9 }
    }

    fn wrong() -> Trial {
        let outcome = Outcome::Returned(Value::Text("ACTUAL".into()));
        trial(End::Answered { outcome, unmet: Some(0), raised: None })
    }

    fn raised() -> Trial {
        let failure = Failure::raised(Language::Python, "ValueError", "INPUT-2 is bad", "line 2");
        trial(End::Stopped(failure))
    }

    fn shows(result: &TestResult, word: &str) -> bool {
        serde_json::to_string(result).unwrap().contains(word)
    }

    #[test]
    fn what_is_held_back_is_nowhere_in_the_result() {
        for (reveal, actual, input, expected) in [
            (Reveal::Name, false, false, false),
            (Reveal::Actual, true, false, false),
            (Reveal::Input, true, true, false),
            (Reveal::Full, true, true, true),
        ] {
            let result = tell(Language::Python, &test(false, reveal), wrong());
            assert_eq!((result.status, result.verdict), (Status::Fail, Verdict::WrongAnswer));
            assert_eq!(result.say.as_deref(), Some("The sentence."));
            assert_eq!(shows(&result, "ACTUAL"), actual, "{reveal:?}");
            assert_eq!(shows(&result, "INPUT"), input, "{reveal:?}");
            assert_eq!(shows(&result, "EXPECTED"), expected, "{reveal:?}");
            assert!(!shows(&result, "LATER"), "{reveal:?}");
            let result = tell(Language::Python, &test(false, reveal), raised());
            assert_eq!((result.status, result.verdict), (Status::Error, Verdict::RuntimeError));
            assert_eq!(shows(&result, "INPUT"), input, "{reveal:?}");
            assert_eq!(shows(&result, "ValueError"), input, "{reveal:?}");
            assert!(shows(&result, "Your code raised an exception."));
        }
    }

    #[test]
    fn an_exception_of_another_kind_than_wanted_is_shown_with_its_lines() {
        let end = || End::Answered {
            outcome: Outcome::Raised { kind: "KeyError".into(), message: "'INPUT-1'".into() },
            unmet: Some(0),
            raised: Some(Failure::raised(Language::Python, "KeyError", "'INPUT-1'", "line 3")),
        };
        let result = tell(Language::Python, &test(false, Reveal::Full), trial(end()));
        assert_eq!(result.status, Status::Fail);
        assert_eq!(result.actual.as_deref(), Some("raises KeyError: 'INPUT-1'"));
        assert!(result.message.unwrap().contains("line 3"));
        let result = tell(Language::Python, &test(false, Reveal::Actual), trial(end()));
        assert!(!shows(&result, "KeyError"));
    }

    #[test]
    fn a_visible_test_hides_nothing() {
        let result = tell(Language::Javascript, &test(true, Reveal::Name), wrong());
        assert_eq!(result.test_code.as_deref(), Some("splitUrl(\"INPUT-1\")\nsplitUrl(\"INPUT-2\")"));
        assert_eq!(result.expected.as_deref(), Some("\"EXPECTED\""));
        assert_eq!(result.output.as_deref(), Some("INPUT-2 printed\n"));
    }

    #[test]
    fn a_passed_test_has_no_sentence() {
        let outcome = Outcome::Returned(Value::Text("EXPECTED".into()));
        let end = End::Answered { outcome, unmet: None, raised: None };
        let result = tell(Language::Python, &test(false, Reveal::Full), trial(end));
        assert_eq!((result.status, result.say, result.message), (Status::Pass, None, None));
        assert_eq!((result.fuel, result.duration_us), (7, 9));
    }

    #[test]
    fn printed_text_is_visible_and_bounded() {
        let output = |stdout: &[u8], stderr: &[u8], truncated| Output {
            stdout: stdout.to_vec(),
            stderr: stderr.to_vec(),
            truncated,
        };
        assert_eq!(printed(&output(b"", b"", false)), None);
        assert_eq!(printed(&output(b"a\0\x1b[1m\xff", b"e", false)).as_deref(), Some("a␀␛[1m\u{fffd}\ne"));
        let long = printed(&output(&vec![b'x'; 60_000], b"", false)).unwrap();
        assert_eq!(long.len(), MOST_OUTPUT_CHARS + "\n… (the rest is not shown)".len());
        assert!(printed(&output(b"a", b"", true)).unwrap().ends_with("not shown)"));
    }
}
