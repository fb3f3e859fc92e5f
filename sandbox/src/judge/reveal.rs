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

use domain::{Language, Reveal, Status, TestCase, TestResult, Verdict, visible_text};

use super::{
    matching::Outcome,
    message::Failure,
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
        (End::Answered { .. }, _) => Status::Fail,
        _ => Status::Error,
    };
    // While loading no test's input is there yet: whatever was said then can be told.
    let (step, actual, message) = match &trial.end {
        End::NotLoaded(failure) => (None, None, Some(failure.text(true))),
        End::Stopped { step, failure } => (Some(*step), None, Some(failure.text(reveal >= Reveal::Input))),
        End::Answered { step, outcome, met, raised } => {
            let failure = raised.as_ref().filter(|_| !met).map(|failure| failure.text(reveal >= Reveal::Input));
            (Some(*step), actual(language, outcome, reveal), failure)
        }
    };
    let calls = step.and_then(|step| test.steps.get(..=step)).unwrap_or_default();
    let test_code = (reveal >= Reveal::Input && !calls.is_empty()).then(|| {
        let lines: Vec<_> = calls.iter().map(|step| rendering::call(language, step)).collect();
        lines.join("\n")
    });
    let expected = (reveal >= Reveal::Full).then_some(calls.last()).flatten();
    TestResult {
        status,
        verdict,
        say: (status != Status::Pass).then(|| test.say.clone()),
        message,
        test_code,
        expected: expected.map(|step| rendering::expectation(language, &step.expect)),
        actual: actual.filter(|_| reveal >= Reveal::Actual),
        output: (reveal >= Reveal::Input).then(|| printed(&trial.output)).flatten(),
        fuel: trial.fuel,
        duration_us: trial.duration_us,
        ..untold(test)
    }
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
        output: None,
        visible: test.visible,
        fuel: 0,
        duration_us: 0,
    }
}

/// A visible test hides nothing, whatever it says itself.
fn rule(test: &TestCase) -> Reveal {
    if test.visible { Reveal::Full } else { test.reveal }
}

fn actual(language: Language, outcome: &Outcome, reveal: Reveal) -> Option<String> {
    match outcome {
        Outcome::Returned(value) => Some(rendering::value(language, value)),
        Outcome::Raised { kind, message } if reveal >= Reveal::Input => {
            let verb = rendering::raises(language);
            let failure = Failure::raised(language, kind, message, "");
            failure.theirs.map(|exception| format!("{verb} {exception}"))
        }
        Outcome::Raised { .. } => None,
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
        let step = |url: &str| Step {
            function: "split_url".into(),
            args: vec![json!(url)],
            expect: Expectation::Json(json!("EXPECTED")),
        };
        TestCase {
            id: "t".into(),
            name: "the name".into(),
            say: "The sentence.".into(),
            visible,
            reveal,
            steps: vec![step("INPUT-1"), step("INPUT-2"), step("LATER")],
        }
    }

    fn trial(end: End) -> Trial {
        let output = Output { stdout: b"INPUT-2 printed\n".to_vec(), ..Output::default() };
        Trial { end, output, fuel: 7, memory_bytes: 8, duration_us: 9 }
    }

    fn wrong() -> Trial {
        let outcome = Outcome::Returned(Value::Text("ACTUAL".into()));
        trial(End::Answered { step: 1, outcome, met: false, raised: None })
    }

    fn raised() -> Trial {
        let failure = Failure::raised(Language::Python, "ValueError", "INPUT-2 is bad", "line 2");
        trial(End::Stopped { step: 1, failure })
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
            step: 0,
            outcome: Outcome::Raised { kind: "KeyError".into(), message: "'INPUT-1'".into() },
            met: false,
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
        let end = End::Answered { step: 2, outcome, met: true, raised: None };
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
