//! One test in one instance.

use std::time::Instant;

use domain::{Assessment, Expectation, Step, TestCase, Verdict};

use super::{
    matching::{Outcome, meets},
    message::{Failure, SYSTEM_EXIT, UNSUPPORTED_VALUE},
    subject::Subject,
};
use crate::{Answer, HostFailure, Output, Request, Stop, values::Value};

/// Our own side failed; the learner's code has not been judged.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OurFault(pub(super) String);

impl From<HostFailure> for OurFault {
    fn from(failure: HostFailure) -> Self {
        Self(failure.to_string())
    }
}

/// What came of a test, before anybody decides what of it is shown.
#[derive(Debug)]
pub(super) struct Trial {
    /// How it ended.
    pub(super) end: End,
    /// What was printed.
    pub(super) output: Output,
    /// Fuel used.
    pub(super) fuel: u64,
    /// Linear memory at the end, in bytes.
    pub(super) memory_bytes: u64,
    /// Wall time in microseconds.
    pub(super) duration_us: u64,
}

/// How a test ended.
#[derive(Debug, PartialEq)]
pub(super) enum End {
    /// The code could not even be loaded, which is the same for every test.
    NotLoaded(Failure),
    /// A call came to no answer.
    Stopped {
        /// Which step, counted from 0.
        step: usize,
        /// Why.
        failure: Failure,
    },
    /// All steps went as expected, or this one did not.
    Answered {
        /// The last step that ran, counted from 0.
        step: usize,
        /// What came of it.
        outcome: Outcome,
        /// Whether it was what was expected.
        met: bool,
        /// The exception with the learner's lines, where one was wanted and raised.
        raised: Option<Failure>,
    },
}

impl End {
    pub(super) fn verdict(&self) -> Verdict {
        match self {
            Self::NotLoaded(failure) | Self::Stopped { failure, .. } => failure.verdict,
            Self::Answered { met: true, .. } => Verdict::Passed,
            Self::Answered { met: false, .. } => Verdict::WrongAnswer,
        }
    }
}

/// Runs one test in the instance that `start` makes.
pub(super) fn run<S: Subject>(
    start: impl FnOnce() -> Result<S, HostFailure>,
    assessment: &Assessment,
    test: &TestCase,
) -> Result<Trial, OurFault> {
    let begun = Instant::now();
    let mut subject = start()?;
    let end = drive(&mut subject, assessment, test)?;
    Ok(Trial {
        end,
        output: subject.take_output(),
        fuel: subject.fuel_used(),
        memory_bytes: subject.memory_bytes(),
        duration_us: u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
    })
}

fn drive(subject: &mut impl Subject, assessment: &Assessment, test: &TestCase) -> Result<End, OurFault> {
    match subject.ask(&Request::Load) {
        Ok(Answer::Loaded) => {}
        Ok(Answer::Syntax { message, trace }) => return Ok(End::NotLoaded(Failure::syntax(&message, &trace))),
        Ok(answer) => return Ok(End::NotLoaded(Failure::unexpected(assessment.language, &answer))),
        Err(stop) => return Ok(End::NotLoaded(stopped(&stop, assessment)?)),
    }
    let mut last = None;
    for (index, step) in test.steps.iter().enumerate() {
        let (outcome, raised) = match call(subject, assessment, step)? {
            Ok(answered) => answered,
            Err(failure) => return Ok(End::Stopped { step: index, failure }),
        };
        let met = meets(&step.expect, &outcome).map_err(|error| OurFault(format!("test `{}`: {error}", test.id)))?;
        last = Some(End::Answered { step: index, outcome, met, raised });
        if !met {
            break;
        }
    }
    last.ok_or_else(|| OurFault(format!("test `{}` has no step", test.id)))
}

/// Calls a function: what came of it, with the exception's trace where it raised as the step wants it to.
fn call(
    subject: &mut impl Subject,
    assessment: &Assessment,
    step: &Step,
) -> Result<Result<(Outcome, Option<Failure>), Failure>, OurFault> {
    let function = assessment.language.function_name(&step.function);
    let request = Request::Call { function: function.clone(), args: step.args.clone() };
    Ok(match subject.ask(&request) {
        Ok(Answer::Value(json)) => match Value::read(&json) {
            Ok(value) => Ok((Outcome::Returned(value), None)),
            Err(error) => Err(Failure::malformed(&error.to_string())),
        },
        Ok(Answer::Raised { kind, message, trace }) => {
            let failure = Failure::raised(assessment.language, &kind, &message, &trace);
            let wanted = matches!(step.expect, Expectation::Raises(_));
            // An exception that nobody asked for is an error, not an answer.
            if wanted && kind != SYSTEM_EXIT && kind != UNSUPPORTED_VALUE {
                Ok((Outcome::Raised { kind, message }, Some(failure)))
            } else {
                Err(failure)
            }
        }
        // The name is ours, not the answer's: the guest may have made that up.
        Ok(Answer::Missing(_)) => Err(Failure::missing(assessment.language, &function)),
        Ok(answer) => Err(Failure::unexpected(assessment.language, &answer)),
        Err(stop) => Err(stopped(&stop, assessment)?),
    })
}

fn stopped(stop: &Stop, assessment: &Assessment) -> Result<Failure, OurFault> {
    Failure::stopped(stop, assessment.language, &assessment.limits).ok_or_else(|| OurFault(format!("{stop:?}")))
}
