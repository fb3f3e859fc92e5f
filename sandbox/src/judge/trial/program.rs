//! Programs that are run, and code that only other code can examine: the learner's own tests, and an author's script.

use domain::{Aspect, Condition, SourceFile};

use super::{Came, Drive, End, OurFault, Setup, stopped};
use crate::{
    Answer, Checked, Request, Stop,
    judge::{
        matching::meets,
        message::Failure,
        outcome::{Outcome, Ran},
        subject::Subject,
    },
    run,
};

impl<S: Subject> Drive<'_, S> {
    /// Runs the main file as a program.
    pub(super) fn run_program(
        &mut self,
        args: &[String],
        stdin: &str,
        files: &[SourceFile],
        expect: &[Condition],
    ) -> Result<Came, OurFault> {
        // A program begins anew each time; what lies in its data folder stays from one to the next.
        let data = self.subject.as_mut().map(Subject::data).unwrap_or_default();
        self.retire();
        self.begin(Setup { files: files.to_vec(), stdin: stdin.as_bytes().to_vec(), data, ..Setup::default() })?;
        let Some(subject) = &mut self.subject else { return Err(OurFault("a program has no instance".to_owned())) };
        let exit_code = match subject.ask(&Request::Run { args: args.to_vec() }) {
            // A program may leave by any door.
            Ok(Answer::Ended(code)) | Err(Stop::Exit(code)) => code,
            Ok(Answer::Syntax { message, trace }) => {
                return Ok(Came::End(End::NotLoaded(Failure::syntax(&message, &trace))));
            }
            Ok(answer) => return Ok(self.unexpected(&answer)),
            Err(stop) => return Ok(stopped(&stop, self.assessment)?.into()),
        };
        let output = subject.take_output();
        let (stdout, stderr) = run::streams(&output);
        let files = subject.data();
        self.spent.output = output;
        // An exit code that nobody asked for says that the program broke down, and its last words say why.
        let ended = Outcome::Ran(Ran { exit_code, ..Ran::default() });
        let asked_for = expect
            .iter()
            .any(|condition| condition.aspect == Aspect::ExitCode && meets(condition, &ended).unwrap_or_default());
        if exit_code != 0 && !asked_for {
            return Ok(Failure::exited(exit_code, &stderr).into());
        }
        Ok(Came::Outcome(Outcome::Ran(Ran { exit_code, stdout, stderr, files: files.into_iter().collect() }), None))
    }

    /// Runs the learner's own tests.
    pub(super) fn own_tests(&mut self, implementation: &str) -> Result<Came, OurFault> {
        self.begin(Setup { implementation: Some(implementation.to_owned()), ..Setup::default() })?;
        let Some(subject) = &mut self.subject else { return Err(OurFault("the tests have no instance".to_owned())) };
        match subject.run_tests() {
            Ok(Answer::Tested(cases)) if cases.is_empty() => Ok(Failure::no_tests(self.assessment.language).into()),
            Ok(Answer::Tested(cases)) => Ok(Came::Outcome(Outcome::Tested(cases), None)),
            Ok(Answer::Syntax { message, trace }) => Ok(Came::End(End::NotLoaded(Failure::syntax(&message, &trace)))),
            Ok(answer) => Ok(self.unexpected(&answer)),
            Err(stop) => Ok(stopped(&stop, self.assessment)?.into()),
        }
    }

    /// Lets the author's script look at the learner's code.
    pub(super) fn check(&mut self, function: &str) -> Result<Came, OurFault> {
        let Some(script) = &self.assessment.suite.check else {
            return Err(OurFault("there is no check.py".to_owned()));
        };
        if let Some(end) = self.load()? {
            return Ok(Came::End(end));
        }
        let Some(subject) = &mut self.subject else { return Err(OurFault("a check has no instance".to_owned())) };
        let checked = subject.check(script, function)?;
        // Where the learner's code was stopped meanwhile, that says more than what the script made of it.
        if let Some(stop) = subject.stopped() {
            return Ok(stopped(&stop, self.assessment)?.into());
        }
        match checked {
            Checked::Passed => Ok(Came::Outcome(Outcome::Checked(None), None)),
            Checked::Failed { message, .. } => Ok(Came::Outcome(Outcome::Checked(Some(message)), None)),
            Checked::Broken(why) => Err(OurFault(format!("check.py: {why}"))),
        }
    }
}
