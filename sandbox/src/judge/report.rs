//! All tests together.

use domain::{Assessment, Points, Report, Status, TestResult, Verdict};

use super::{
    message::Failure,
    reveal,
    subject::Subject,
    trial::{self, End, OurFault, Setup, Trial},
};
use crate::HostFailure;

/// After so many tests that met the time limit the rest is not run: they would most likely meet it too, while the learner
/// waits for every one of them.
const MOST_TIME_LIMITS: usize = 2;

/// Judges; `start` makes a fresh instance each time. `script` is the learner's main file, which SQL is executed from.
pub(super) fn make<S: Subject>(
    assessment: &Assessment,
    script: &str,
    start: &mut dyn FnMut(&Setup) -> Result<S, HostFailure>,
) -> Report {
    let tests = &assessment.suite.tests;
    let mut sum = Sum::default();
    let mut results: Vec<TestResult> = Vec::with_capacity(tests.len());
    let mut message = None;
    for (index, test) in tests.iter().enumerate() {
        if results.iter().filter(|result| result.verdict == Verdict::TimeLimit).count() >= MOST_TIME_LIMITS {
            let why = "Not run, because tests before it used up their time.".to_owned();
            results.push(reveal::tell_not_run(test, Verdict::TimeLimit, Some(why)));
            continue;
        }
        let trial = match trial::run(start, assessment, script, test) {
            Ok(trial) => Ok(trial),
            Err(OurFault(fault)) => {
                tracing::warn!(test = test.id, fault, "a test could not be run; running it once more");
                trial::run(start, assessment, script, test)
            }
        };
        match trial {
            // Loading is the same in every instance, so the first test speaks for all.
            Ok(Trial { end: End::NotLoaded(failure), output, fuel, memory_bytes, duration_us, .. }) if index == 0 => {
                sum.add(fuel, memory_bytes, duration_us);
                message = Some(why_not_loaded(&failure, reveal::printed(&output)));
                results = tests.iter().map(|test| reveal::tell_not_run(test, failure.verdict, None)).collect();
                break;
            }
            Ok(trial) => {
                sum.add(trial.fuel, trial.memory_bytes, trial.duration_us);
                results.push(reveal::tell(assessment.language, test, trial));
            }
            Err(OurFault(fault)) => {
                tracing::error!(test = test.id, fault, "a test could not be run");
                let rest = tests[index..].iter().map(|test| reveal::tell_not_run(test, Verdict::InternalError, None));
                results.extend(rest);
                message = Some(Verdict::InternalError.sentence().to_owned());
                break;
            }
        }
    }
    let verdict = match results.iter().find(|result| result.verdict != Verdict::Passed) {
        Some(first) => first.verdict,
        None if results.is_empty() => return internal_error(assessment),
        None => Verdict::Passed,
    };
    let status = match verdict {
        Verdict::Passed => Status::Pass,
        // As in Exercism's format: an error of the whole is one that kept the tests from running.
        _ if message.is_some() => Status::Error,
        _ => Status::Fail,
    };
    let possible = assessment.points;
    Report {
        version: 3,
        status,
        message,
        verdict,
        points: Points { earned: if verdict == Verdict::Passed { possible } else { 0 }, possible },
        language: assessment.language,
        duration_us: sum.duration_us,
        fuel: sum.fuel,
        memory_bytes: sum.memory_bytes,
        tests: results,
    }
}

/// Nothing was judged, and it is our fault.
pub(super) fn internal_error(assessment: &Assessment) -> Report {
    none_run(assessment, Verdict::InternalError, Verdict::InternalError.sentence().to_owned())
}

/// Nothing was judged to its end, in however much time.
pub(super) fn time_limit(assessment: &Assessment) -> Report {
    none_run(assessment, Verdict::TimeLimit, Verdict::TimeLimit.sentence().to_owned())
}

/// Nothing was judged, because the code cannot even be loaded.
pub(super) fn not_loaded(assessment: &Assessment, failure: &Failure) -> Report {
    none_run(assessment, failure.verdict, why_not_loaded(failure, None))
}

fn none_run(assessment: &Assessment, verdict: Verdict, message: String) -> Report {
    let tests = assessment.suite.tests.iter();
    Report {
        version: 3,
        status: Status::Error,
        message: Some(message),
        verdict,
        points: Points { earned: 0, possible: assessment.points },
        language: assessment.language,
        duration_us: 0,
        fuel: 0,
        memory_bytes: 0,
        tests: tests.map(|test| reveal::tell_not_run(test, verdict, None)).collect(),
    }
}

fn why_not_loaded(failure: &Failure, printed: Option<String>) -> String {
    let text = failure.text(true);
    match printed {
        Some(printed) => format!("{text}\n\nUntil then it printed:\n{printed}"),
        None => text,
    }
}

/// What the tests cost together.
#[derive(Default)]
struct Sum {
    fuel: u64,
    memory_bytes: u64,
    duration_us: u64,
}

impl Sum {
    fn add(&mut self, fuel: u64, memory_bytes: u64, duration_us: u64) {
        self.fuel = self.fuel.saturating_add(fuel);
        self.memory_bytes = self.memory_bytes.max(memory_bytes);
        self.duration_us = self.duration_us.saturating_add(duration_us);
    }
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
