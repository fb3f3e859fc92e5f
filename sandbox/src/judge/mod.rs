//! Judges a submission: each test begins as in a fresh instance, every comparison outside of it.
//!
//! - `trial` runs one test: it drives an instance from outside, step by step; `session` keeps the cookies of a service's
//!   clients, `captures` what one step finds out for the next, `generate` makes inputs of a size, `growth` measures by them.
//! - `examinee` is the instance it drives, with whatever a test puts beside it.
//! - `outcome` is what a step came to, and `matching` compares what came with what was expected.
//! - `plan` is how SQLite executed a statement.
//! - `rendering` writes values as a learner would type them.
//! - `message` has the words for code that came to no answer.
//! - `reveal` decides what of it all a learner sees; `difference` marks where it is not what was expected.
//! - `report` puts the tests together.
//!
//! An instance holds the learner's code and the arguments of the present call. It never holds an expected value, and what
//! it says is at most an answer: there is nothing in there to read, patch or fake.

mod captures;
mod console;
mod difference;
mod examinee;
#[cfg(test)]
mod fuzz_tests;
mod generate;
mod growth;
mod matching;
mod message;
mod outcome;
mod plan;
mod rendering;
mod report;
mod reveal;
mod session;
mod statements;
mod subject;
mod trial;

use std::borrow::Cow;

use domain::{Assessment, Report, RuntimeName, SourceFile};

pub(crate) use self::console::{
    internal_error as no_conversation, late_answer, no_answer, time_limit as late_conversation,
};
pub use self::matching::{ExpectationError, check_expectation};
pub use self::rendering::example;
use self::{examinee::Submission, message::Failure};
use crate::{Runtime, Sandbox, typescript::Unread};

impl Sandbox {
    /// Judges a learner's files by an exercise's tests.
    ///
    /// Blocks, and needs a thread with [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES) of stack; a [`Pool`](crate::Pool)
    /// has such threads.
    pub fn judge(&self, assessment: &Assessment, files: &[SourceFile]) -> Report {
        let prepared = self.prepare(assessment, files).or_else(|unread| match unread {
            Unread::Host(failure) => {
                tracing::warn!(%failure, "a submission could not be prepared; trying once more");
                self.prepare(assessment, files)
            }
            syntax @ Unread::Syntax { .. } => Err(syntax),
        });
        match prepared {
            Ok((runtime, files)) => {
                let main = assessment.language.main_file();
                let script = files.iter().find(|file| file.name == main).or(files.first());
                let script = script.map_or("", |file| file.content.as_str());
                let submission = Submission::new(self, runtime, &files, assessment);
                report::make(assessment, script, &mut |setup| submission.start(setup))
            }
            Err(Unread::Syntax { message, trace }) => {
                report::not_loaded(assessment, &Failure::syntax(&message, &trace))
            }
            Err(Unread::Host(failure)) => {
                tracing::error!(%failure, "a submission could not be prepared");
                report::internal_error(assessment)
            }
        }
    }

    /// The runtime, and the files as it takes them.
    fn prepare<'a>(
        &self,
        assessment: &Assessment,
        files: &'a [SourceFile],
    ) -> Result<(&Runtime, Cow<'a, [SourceFile]>), Unread> {
        let name = RuntimeName::new(assessment.language, &assessment.libraries);
        let runtime = self.runtime(&name).map_err(|error| Unread::Host(error.into()))?;
        Ok((runtime, self.interpretable(assessment.language, files)?))
    }
}

/// A report that says the tests were never done in time, although fuel should have ended each.
pub(crate) fn time_limit(assessment: &Assessment) -> Report {
    report::time_limit(assessment)
}

/// A report that says our side failed, for when not even a judge could be run.
pub(crate) fn internal_error(assessment: &Assessment) -> Report {
    report::internal_error(assessment)
}
