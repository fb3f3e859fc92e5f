//! The judge's rules, with instances that say what a test wants them to.

use std::collections::VecDeque;

use domain::{
    Bound, Condition, Expectation, Growth, Language, Limits, NetworkLog, Reveal, SourceFile, Step, Suite, TestCase,
};
use serde_json::{Value as Json, json};

use super::*;
use crate::{Answer, Checked, Output, Request, Stop};

type Said = Result<Answer, Stop>;

/// An instance that answers from a list, at a price for each request.
struct Scripted {
    said: VecDeque<Said>,
    price: fn(&Request) -> u64,
    fuel: u64,
}

impl Subject for Scripted {
    fn ask(&mut self, request: &Request) -> Said {
        self.fuel += (self.price)(request);
        self.said.pop_front().expect("asked more often than the script answers")
    }

    fn take_output(&mut self) -> Output {
        Output { stdout: b"printed".to_vec(), ..Output::default() }
    }

    fn fuel_used(&self) -> u64 {
        self.fuel
    }

    fn memory_bytes(&self) -> u64 {
        1 << 20
    }

    fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }

    fn requests(&self) -> NetworkLog {
        NetworkLog::default()
    }

    fn run_tests(&mut self) -> Said {
        self.said.pop_front().expect("asked more often than the script answers")
    }

    fn check(&mut self, _: &SourceFile, _: &str) -> Result<Checked, HostFailure> {
        Ok(Checked::Passed)
    }

    fn stopped(&self) -> Option<Stop> {
        None
    }
}

/// Judges with one script for each instance, in order; every script must be used.
fn judge(assessment: &Assessment, scripts: Vec<Result<Vec<Said>, HostFailure>>) -> Report {
    judge_at(|_| 0, assessment, scripts)
}

/// As [`judge`], where requests have a price.
fn judge_at(
    price: fn(&Request) -> u64,
    assessment: &Assessment,
    scripts: Vec<Result<Vec<Said>, HostFailure>>,
) -> Report {
    let mut scripts = VecDeque::from(scripts);
    let report = make(assessment, "", &mut |_| {
        let script = scripts.pop_front().expect("too many instances");
        script.map(|said| Scripted { said: said.into(), price, fuel: 10 })
    });
    assert!(scripts.is_empty(), "{} instances were never made", scripts.len());
    report
}

fn assessment(tests: usize) -> Assessment {
    let test = |n| TestCase {
        id: format!("t{n}"),
        name: format!("test {n}"),
        say: format!("say {n}"),
        visible: false,
        reveal: Reveal::Full,
        steps: vec![Step::call("add_up", vec![json!(n)], Expectation::Json(json!(n)))],
        ..TestCase::default()
    };
    Assessment {
        language: Language::Python,
        libraries: Vec::new(),
        suite: Suite { tests: (0..tests).map(test).collect(), ..Suite::default() },
        limits: Limits::default(),
        points: 10,
    }
}

fn says(value: Json) -> Result<Vec<Said>, HostFailure> {
    Ok(vec![Ok(Answer::Loaded), Ok(Answer::Value(value))])
}

fn stops(stop: Stop) -> Result<Vec<Said>, HostFailure> {
    Ok(vec![Ok(Answer::Loaded), Err(stop)])
}

fn verdicts(report: &Report) -> Vec<Verdict> {
    report.tests.iter().map(|test| test.verdict).collect()
}

#[test]
fn only_a_full_pass_earns_points() {
    let report = judge(&assessment(2), vec![says(json!(0)), says(json!(1.0))]);
    assert_eq!((report.status, report.verdict, report.message), (Status::Pass, Verdict::Passed, None));
    assert_eq!((report.points.earned, report.fuel, report.memory_bytes, report.version), (10, 20, 1 << 20, 3));
    let report = judge(&assessment(2), vec![says(json!(0)), says(json!(2))]);
    assert_eq!((report.status, report.verdict), (Status::Fail, Verdict::WrongAnswer));
    assert_eq!((report.points.earned, report.points.possible, report.passed()), (0, 10, 1));
}

#[test]
fn the_first_test_that_did_not_pass_gives_the_verdict() {
    let report = judge(&assessment(3), vec![says(json!(0)), stops(Stop::Memory), says(json!("wrong"))]);
    assert_eq!(report.verdict, Verdict::MemoryLimit);
    assert_eq!(verdicts(&report), [Verdict::Passed, Verdict::MemoryLimit, Verdict::WrongAnswer]);
}

#[test]
fn a_syntax_error_is_said_once_and_marks_every_test() {
    let syntax = Answer::Syntax { message: "invalid syntax".into(), trace: "main.py, line 3".into() };
    let report = judge(&assessment(3), vec![Ok(vec![Ok(syntax)])]);
    assert_eq!((report.status, report.verdict), (Status::Error, Verdict::CompileError));
    let message = report.message.as_deref().unwrap();
    assert!(message.contains("main.py, line 3\ninvalid syntax"), "{message}");
    assert!(report.tests.iter().all(|test| test.status == Status::Error && test.message.is_none()));
    assert_eq!(report.tests.len(), 3);
}

#[test]
fn code_that_does_not_load_is_run_once() {
    let raised = Answer::Raised { kind: "NameError".into(), message: "x".into(), trace: String::new() };
    for (said, verdict) in [
        (Ok(raised), Verdict::RuntimeError),
        (Err(Stop::Fuel), Verdict::TimeLimit),
        (Err(Stop::Exit(0)), Verdict::RuntimeError),
        (Ok(Answer::Value(json!(0))), Verdict::RuntimeError),
        (Ok(Answer::Ended(0)), Verdict::RuntimeError),
    ] {
        let report = judge(&assessment(2), vec![Ok(vec![said])]);
        assert_eq!((report.verdict, verdicts(&report)), (verdict, vec![verdict; 2]));
        assert!(report.message.unwrap().ends_with("Until then it printed:\nprinted"));
    }
}

#[test]
fn no_answer_but_the_right_one_passes() {
    for said in [
        Ok(Answer::Loaded),
        Ok(Answer::Ended(0)),
        Ok(Answer::Missing("add_up".into())),
        Ok(Answer::Value(json!({"$forged": 0}))),
        Ok(Answer::Syntax { message: String::new(), trace: String::new() }),
        Err(Stop::Exit(0)),
        Err(Stop::Crash(String::new())),
        Err(Stop::Malformed(String::new())),
    ] {
        let report = judge(&assessment(1), vec![Ok(vec![Ok(Answer::Loaded), said.clone()])]);
        assert_eq!((report.verdict, report.tests[0].status), (Verdict::RuntimeError, Status::Error), "{said:?}");
        assert_eq!(report.status, Status::Fail);
    }
}

#[test]
fn steps_share_an_instance_and_the_first_failing_step_decides() {
    let mut assessment = assessment(1);
    let step = |n: u32| Step::call("add_up", vec![json!(n)], Expectation::Json(json!(n)));
    assessment.suite.tests[0].steps = vec![step(1), step(2), step(3)];
    let all = vec![Answer::Loaded, Answer::Value(json!(1)), Answer::Value(json!(2)), Answer::Value(json!(3))];
    let report = judge(&assessment, vec![Ok(all.into_iter().map(Ok).collect())]);
    assert_eq!(report.verdict, Verdict::Passed);
    let second = vec![Answer::Loaded, Answer::Value(json!(1)), Answer::Value(json!(9))];
    let report = judge(&assessment, vec![Ok(second.into_iter().map(Ok).collect())]);
    let test = &report.tests[0];
    assert_eq!(test.test_code.as_deref(), Some("add_up(1)\nadd_up(2)"));
    assert_eq!((test.expected.as_deref(), test.actual.as_deref()), (Some("2"), Some("9")));
}

#[test]
fn growth_is_that_of_the_calls_whatever_loading_costs() {
    let mut assessment = assessment(1);
    let test = &mut assessment.suite.tests[0];
    test.growth = Some(Growth { sizes: vec![100, 200, 400], bound: Bound::Linear });
    test.steps[0] = Step { expect: Vec::new(), ..Step::call("f", vec![json!(1)], Expectation::Json(json!(0))) };
    let script = || Ok(vec![Ok(Answer::Loaded), Ok(Answer::Value(json!(0)))]);
    let price = |request: &Request| match request {
        Request::Load => 1_000_000,
        _ => 700,
    };
    let report = judge_at(price, &assessment, vec![script(), script(), script()]);
    let curve = report.tests[0].curve.as_ref().unwrap();
    assert_eq!(curve.points, [(100, 700), (200, 700), (400, 700)]);
    assert_eq!(report.fuel, 3 * (1_000_000 + 700 + 10));
}

#[test]
fn a_wanted_exception_passes_and_another_is_a_wrong_answer() {
    let mut assessment = assessment(1);
    assessment.suite.tests[0].steps[0].expect = vec![Condition::of_value(Expectation::Raises("ValueError".into()))];
    let raised = |kind: &str| {
        let answer = Answer::Raised { kind: kind.into(), message: "no".into(), trace: "line 2".into() };
        vec![Ok(vec![Ok(Answer::Loaded), Ok(answer)])]
    };
    assert_eq!(judge(&assessment, raised("ValueError")).verdict, Verdict::Passed);
    let report = judge(&assessment, raised("TypeError"));
    assert_eq!(report.verdict, Verdict::WrongAnswer);
    assert_eq!(report.tests[0].actual.as_deref(), Some("raises TypeError: no"));
    assert_eq!(report.tests[0].expected.as_deref(), Some("raises ValueError"));
    assessment.suite.tests[0].steps[0].expect = vec![Condition::of_value(Expectation::Raises(String::new()))];
    assert_eq!(judge(&assessment, raised("TypeError")).verdict, Verdict::Passed);
    for (kind, words) in [("SystemExit", "ended itself"), ("UnsupportedValue", "cannot be an answer")] {
        let report = judge(&assessment, raised(kind));
        assert_eq!(report.verdict, Verdict::RuntimeError);
        assert!(report.tests[0].message.as_deref().unwrap().contains(words));
    }
}

#[test]
fn a_fault_of_ours_is_tried_once_more_and_never_blamed_on_the_code() {
    let fault = || Err(HostFailure("no memory".into()));
    let report = judge(&assessment(1), vec![fault(), says(json!(0))]);
    assert_eq!(report.verdict, Verdict::Passed);
    let report = judge(&assessment(1), vec![stops(Stop::Host("panic".into())), says(json!(1))]);
    assert_eq!(report.verdict, Verdict::WrongAnswer);
    let report = judge(&assessment(3), vec![says(json!(0)), fault(), stops(Stop::Host("panic".into()))]);
    assert_eq!((report.status, report.verdict), (Status::Error, Verdict::InternalError));
    assert_eq!(verdicts(&report), [Verdict::Passed, Verdict::InternalError, Verdict::InternalError]);
    assert!(!report.message.unwrap().contains("panic"));
}

#[test]
fn a_learner_does_not_wait_for_every_test_to_run_out_of_time() {
    let scripts = vec![stops(Stop::Fuel), says(json!(1)), stops(Stop::VirtualTime)];
    let report = judge(&assessment(5), scripts);
    assert_eq!(report.verdict, Verdict::TimeLimit);
    assert_eq!(report.tests[1].verdict, Verdict::Passed);
    assert!(report.tests[4].message.as_deref().unwrap().starts_with("Not run"));
    assert_eq!(report.tests.len(), 5);
}

#[test]
fn an_author_s_mistake_or_a_suite_without_tests_is_never_a_pass() {
    assert_eq!(judge(&assessment(0), vec![]).verdict, Verdict::InternalError);
    let mut broken = assessment(1);
    broken.suite.tests[0].steps[0].expect = vec![Condition::of_value(Expectation::Matches("(".into()))];
    assert_eq!(judge(&broken, vec![says(json!("a")), says(json!("a"))]).verdict, Verdict::InternalError);
    broken.suite.tests[0].steps.clear();
    assert_eq!(judge(&broken, vec![]).verdict, Verdict::InternalError);
}
