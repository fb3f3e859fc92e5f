//! One test: it drives an instance from outside, step by step. `program` and `sql` have the steps of those kinds.

mod program;
mod sql;

use std::time::Instant;

use domain::{
    Action, Aspect, Assessment, Condition, Curve, Expectation, LoggedRequest, Network, SourceFile, Step, TestCase,
    Verdict,
};
use serde_json::Value as Json;

use super::{
    captures::Captures,
    generate, growth,
    matching::meets,
    message::{Failure, SYSTEM_EXIT, UNSUPPORTED_VALUE},
    outcome::Outcome,
    session::Clients,
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

/// What an instance starts with beside the learner's files.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Setup {
    /// Files of the test's, beside the learner's.
    pub(super) files: Vec<SourceFile>,
    /// On standard input.
    pub(super) stdin: Vec<u8>,
    /// What lies in the data folder, by the path in it.
    pub(super) data: Vec<(String, Vec<u8>)>,
    /// The hosts it reaches.
    pub(super) network: Option<Network>,
    /// What its tests are run against.
    pub(super) implementation: Option<String>,
    /// Only an author's SQL is asked of it.
    pub(super) is_reference: bool,
}

/// What came of a test, before anybody decides what of it is shown.
#[derive(Debug)]
pub(super) struct Trial {
    /// How it ended.
    pub(super) end: End,
    /// The steps up to its end, as they were done: with what was captured in them.
    pub(super) done: Vec<Step>,
    /// The dataset that it ended on, where it runs on several.
    pub(super) dataset: Option<String>,
    /// What was printed.
    pub(super) output: Output,
    /// Fuel used.
    pub(super) fuel: u64,
    /// The most linear memory of an instance at its end, in bytes.
    pub(super) memory_bytes: u64,
    /// Wall time in microseconds.
    pub(super) duration_us: u64,
}

/// How a test ended.
#[derive(Debug, PartialEq)]
pub(super) enum End {
    /// The code could not even be loaded, which is the same for every test.
    NotLoaded(Failure),
    /// The last step came to nothing that could be looked at.
    Stopped(Failure),
    /// All steps went as expected, or the last one did not.
    Answered {
        /// What came of it.
        outcome: Outcome,
        /// Which of its conditions does not hold, if any.
        unmet: Option<usize>,
        /// The exception with the learner's lines, where one was wanted and raised.
        raised: Option<Failure>,
    },
    /// It was measured.
    Grown {
        /// What came of it.
        curve: Curve,
        /// Whether it lies within its bound.
        met: bool,
    },
}

impl End {
    pub(super) fn verdict(&self) -> Verdict {
        match self {
            Self::NotLoaded(failure) | Self::Stopped(failure) => failure.verdict,
            Self::Answered { unmet: None, .. } | Self::Grown { met: true, .. } => Verdict::Passed,
            Self::Answered { .. } => Verdict::WrongAnswer,
            // It was right, only too slow.
            Self::Grown { .. } => Verdict::TimeLimit,
        }
    }

    fn is_passed(&self) -> bool {
        self.verdict() == Verdict::Passed
    }
}

/// Runs one test in the instances that `start` makes.
pub(super) fn run<S: Subject>(
    start: &mut dyn FnMut(&Setup) -> Result<S, HostFailure>,
    assessment: &Assessment,
    script: &str,
    test: &TestCase,
) -> Result<Trial, OurFault> {
    let begun = Instant::now();
    if test.steps.is_empty() {
        return Err(OurFault(format!("test `{}` has no step", test.id)));
    }
    let datasets: Vec<Option<&String>> =
        if test.datasets.is_empty() { vec![None] } else { test.datasets.iter().map(Some).collect() };
    let mut spent = Spent::default();
    let mut last = None;
    for dataset in datasets {
        let mut drive = Drive { start, assessment, script, test, dataset, spent, done: Vec::new(), subject: None };
        let end = match &test.growth {
            Some(growth) => drive.grow(growth)?,
            None => drive.steps(None)?,
        };
        drive.retire();
        let done = std::mem::take(&mut drive.done);
        spent = drive.spent;
        let passed = end.is_passed();
        last = Some((end, done, dataset.cloned()));
        if !passed {
            break;
        }
    }
    let (end, done, dataset) = last.ok_or_else(|| OurFault(format!("test `{}` did nothing", test.id)))?;
    Ok(Trial {
        end,
        done,
        dataset,
        output: spent.output,
        fuel: spent.fuel,
        memory_bytes: spent.memory_bytes,
        duration_us: u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX),
    })
}

/// What the instances of a test cost and printed together.
#[derive(Debug, Default)]
struct Spent {
    output: Output,
    fuel: u64,
    memory_bytes: u64,
}

/// A test on one dataset, under way.
struct Drive<'a, S> {
    start: &'a mut dyn FnMut(&Setup) -> Result<S, HostFailure>,
    assessment: &'a Assessment,
    /// The learner's main file.
    script: &'a str,
    test: &'a TestCase,
    dataset: Option<&'a String>,
    spent: Spent,
    done: Vec<Step>,
    /// The instance at hand; none before the first step and after a program has ended.
    subject: Option<S>,
}

/// What a step came to, or why the test ends with it.
enum Came {
    Outcome(Outcome, Option<Failure>),
    End(End),
}

impl From<Failure> for Came {
    fn from(failure: Failure) -> Self {
        Self::End(End::Stopped(failure))
    }
}

impl<S: Subject> Drive<'_, S> {
    /// Each size in an instance of its own; what is measured is the fuel of its calls.
    fn grow(&mut self, growth: &domain::Growth) -> Result<End, OurFault> {
        let mut points = Vec::with_capacity(growth.sizes.len());
        for &size in &growth.sizes {
            self.done.clear();
            let mut fuel = 0;
            let end = self.steps(Some((size, &mut fuel)))?;
            self.retire();
            if !end.is_passed() {
                return Ok(end);
            }
            points.push((size, fuel));
        }
        let (curve, met) = growth::fit(growth, points);
        Ok(End::Grown { curve, met })
    }

    /// All steps, or those up to the first that does not go as expected. With a size, arguments are made for it, and the
    /// fuel of the calls is counted.
    fn steps(&mut self, mut measured: Option<(u64, &mut u64)>) -> Result<End, OurFault> {
        let (mut captures, mut clients) = (Captures::default(), Clients::default());
        let mut last = None;
        for step in &self.test.steps {
            let mut step = captures.fill(step);
            // What is made for a size is told by how it is made: in full it would fill the report.
            let told = step.clone();
            if let (Some((size, _)), Action::Call { args, .. }) = (&measured, &mut step.action) {
                *args = args
                    .iter()
                    .map(|arg| generate::argument(arg, *size))
                    .collect::<Result<_, _>>()
                    .map_err(|error| OurFault(format!("test `{}`: {error}", self.test.id)))?;
            }
            self.reference(&mut step)?;
            self.done.push(if measured.is_some() { told } else { step.clone() });
            for _ in 0..step.repeat.max(1) {
                // What loading costs is the same at every size, and would make the curve of the calls flatter than it is.
                if let (Some(_), Action::Call { .. }) = (&measured, &step.action)
                    && let Some(end) = self.load()?
                {
                    return Ok(end);
                }
                let before = self.subject.as_ref().map_or(0, Subject::fuel_used);
                let (outcome, raised) = match self.step(&step, &mut clients)? {
                    Came::Outcome(outcome, raised) => (outcome, raised),
                    Came::End(end) => return Ok(end),
                };
                if let (Some((_, fuel)), Action::Call { unmeasured: false, .. }) = (&mut measured, &step.action) {
                    **fuel += self.subject.as_ref().map_or(0, Subject::fuel_used).saturating_sub(before);
                }
                let mut unmet = None;
                for (index, condition) in step.expect.iter().enumerate() {
                    let met = match condition.aspect {
                        Aspect::Requests => meets(condition, &self.requests()),
                        _ => meets(condition, &outcome),
                    };
                    let met = met.map_err(|error| OurFault(format!("test `{}`: {error}", self.test.id)))?;
                    if !met {
                        unmet = Some(index);
                        break;
                    }
                }
                if unmet.is_none()
                    && let Err(name) = captures.keep(&step.capture, &outcome)
                {
                    return Ok(End::Stopped(Failure::nothing_to_capture(&name)));
                }
                // What was asked of other hosts is the answer where that is what is wrong.
                let outcome = match unmet.and_then(|index| step.expect.get(index)) {
                    Some(Condition { aspect: Aspect::Requests, .. }) => self.requests(),
                    _ => outcome,
                };
                let is_met = unmet.is_none();
                let end = End::Answered { outcome, unmet, raised };
                if !is_met {
                    return Ok(end);
                }
                last = Some(end);
            }
        }
        last.ok_or_else(|| OurFault(format!("test `{}` has no step", self.test.id)))
    }

    fn step(&mut self, step: &Step, clients: &mut Clients) -> Result<Came, OurFault> {
        match &step.action {
            Action::Call { function, args, .. } => self.call(function, args, &step.expect),
            Action::Run { args, stdin, files } => self.run_program(args, stdin, files, &step.expect),
            Action::Request(request) => {
                if let Some(end) = self.load()? {
                    return Ok(Came::End(end));
                }
                let asked = clients.request(request);
                match self.ask(&Request::Http(asked))? {
                    Ok(Answer::Response(response)) => {
                        clients.keep(&request.client, &response);
                        Ok(Came::Outcome(Outcome::Responded(response), None))
                    }
                    Ok(Answer::Missing(_)) => Ok(Failure::missing_service(self.assessment.language).into()),
                    Ok(answer) => Ok(self.unexpected(&answer)),
                    Err(failure) => Ok(failure.into()),
                }
            }
            Action::Restart => {
                // What was printed and used so far stays counted; what was in memory is gone.
                let data = self.subject.as_mut().map(Subject::data).unwrap_or_default();
                self.retire();
                self.begin(Setup { data, ..Setup::default() })?;
                Ok(match self.load_begun()? {
                    Some(end) => Came::End(end),
                    None => Came::Outcome(Outcome::Restarted, None),
                })
            }
            Action::Script => {
                let script = self.script.to_owned();
                self.statements(&script, &step.expect)
            }
            Action::Query(sql) => self.statements(sql, &step.expect),
            Action::Suite { implementation } => self.own_tests(implementation),
            Action::Check { function } => self.check(function),
        }
    }

    /// Calls a function: what came of it, with the exception's trace where it raised as the step wants it to.
    fn call(&mut self, function: &str, args: &[Json], expect: &[Condition]) -> Result<Came, OurFault> {
        if let Some(end) = self.load()? {
            return Ok(Came::End(end));
        }
        let language = self.assessment.language;
        let function = language.function_name(function);
        let request = Request::Call { function: function.clone(), args: args.to_vec() };
        Ok(match self.ask(&request)? {
            Ok(Answer::Value(json)) => match Value::read(&json) {
                Ok(value) => Came::Outcome(Outcome::Returned(value), None),
                Err(error) => Failure::malformed(&error.to_string()).into(),
            },
            // The name is ours, not the answer's: the guest may have made that up.
            Ok(Answer::Missing(_)) => Failure::missing(language, &function).into(),
            Ok(answer) => self.raised(answer, expect),
            Err(failure) => failure.into(),
        })
    }

    /// An exception, which is an answer only where it was asked for.
    fn raised(&self, answer: Answer, expect: &[Condition]) -> Came {
        let Answer::Raised { kind, message, trace } = answer else { return self.unexpected(&answer) };
        let failure = Failure::raised(self.assessment.language, &kind, &message, &trace);
        let wanted = expect.iter().any(|condition| matches!(condition.expectation, Expectation::Raises(_)));
        if wanted && kind != SYSTEM_EXIT && kind != UNSUPPORTED_VALUE {
            Came::Outcome(Outcome::Raised { kind, message }, Some(failure))
        } else {
            failure.into()
        }
    }

    fn begin(&mut self, setup: Setup) -> Result<(), OurFault> {
        // Whoever was there makes room first.
        self.subject = None;
        self.subject = Some((self.start)(&Setup { network: self.test.network.clone(), ..setup })?);
        Ok(())
    }

    /// Loads the code, where it is not loaded yet; how the test ends where that fails.
    fn load(&mut self) -> Result<Option<End>, OurFault> {
        if self.subject.is_some() {
            return Ok(None);
        }
        self.begin(Setup::default())?;
        self.load_begun()
    }

    fn load_begun(&mut self) -> Result<Option<End>, OurFault> {
        Ok(match self.ask(&Request::Load)? {
            Ok(Answer::Loaded) => None,
            Ok(Answer::Syntax { message, trace }) => Some(End::NotLoaded(Failure::syntax(&message, &trace))),
            Ok(answer) => Some(End::NotLoaded(Failure::unexpected(self.assessment.language, &answer))),
            Err(failure) => Some(End::NotLoaded(failure)),
        })
    }

    /// Asks the instance at hand: what it says, or why it says nothing.
    fn ask(&mut self, request: &Request) -> Result<Result<Answer, Failure>, OurFault> {
        let Some(subject) = &mut self.subject else { return Err(OurFault("nobody is there to be asked".to_owned())) };
        match subject.ask(request) {
            Ok(answer) => Ok(Ok(answer)),
            Err(stop) => Ok(Err(stopped(&stop, self.assessment)?)),
        }
    }

    fn unexpected(&self, answer: &Answer) -> Came {
        Failure::unexpected(self.assessment.language, answer).into()
    }

    /// What the code has asked of other hosts, a line for each request.
    fn requests(&self) -> Outcome {
        let log = self.subject.as_ref().map(Subject::requests).unwrap_or_default();
        let line = |request: &LoggedRequest| format!("{} {}{}", request.method, request.host, request.path);
        Outcome::Asked(log.requests.iter().map(line).collect())
    }

    /// Counts what the instance at hand cost, and lets it go.
    fn retire(&mut self) {
        let Some(mut subject) = self.subject.take() else { return };
        let output = subject.take_output();
        self.spent.output.stdout.extend(output.stdout);
        self.spent.output.stderr.extend(output.stderr);
        self.spent.output.truncated |= output.truncated;
        self.spent.fuel = self.spent.fuel.saturating_add(subject.fuel_used());
        self.spent.memory_bytes = self.spent.memory_bytes.max(subject.memory_bytes());
    }
}

fn stopped(stop: &Stop, assessment: &Assessment) -> Result<Failure, OurFault> {
    Failure::stopped(stop, assessment.language, &assessment.limits).ok_or_else(|| OurFault(format!("{stop:?}")))
}
