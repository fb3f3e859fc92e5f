//! An author's script that looks at a subject from an instance of its own.

use domain::{Language, Limits, SourceFile};

use super::{Outside, Subject, VirtualNetwork};
use crate::{Answer, HostFailure, Request, Sandbox, Stop, idle::Idle, prepared::Source};

/// What an author's script found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Nothing to complain of.
    Passed,
    /// The subject is not as it should be.
    Failed {
        /// In the author's words: the assertion's message, or else the exception that came. Empty where an assertion has none.
        message: String,
        /// The script's own lines, for authors.
        trace: String,
    },
    /// The script itself does not work, whatever the subject.
    Broken(String),
}

impl Sandbox {
    /// Runs `function` of an author's Python script, the first of these files, over a subject that is loaded.
    ///
    /// Where the subject was stopped meanwhile ([`Subject::stopped`]), that says more than the outcome of the script.
    ///
    /// Blocks, and needs a thread with [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES) of stack.
    ///
    /// # Errors
    /// Our side failed.
    pub fn check(
        &self,
        files: &[SourceFile],
        function: &str,
        limits: &Limits,
        subject: &Subject,
        network: Option<&VirtualNetwork>,
    ) -> Result<Checked, HostFailure> {
        self.check_in(&Idle::default(), files, function, limits, (subject, network))
    }

    /// As [`Self::check`], in an instance that may have done its work before.
    pub(crate) fn check_in<'a>(
        &'a self,
        idle: &Idle<'a>,
        files: &[SourceFile],
        function: &str,
        limits: &Limits,
        (subject, network): (&Subject, Option<&VirtualNetwork>),
    ) -> Result<Checked, HostFailure> {
        let runtime = self.runtime(&Language::Python.into())?;
        let outside = Outside { subject: Some(subject.clone()), network: network.cloned() };
        let script = Source { runtime, files, limits };
        let answer = match self.prepared.guest(idle, &script, &Request::Load, Some(Box::new(outside))) {
            Ok((mut guest, Answer::Loaded)) => {
                let answer = guest.ask(&Request::Check { function: function.to_owned() });
                idle.give(runtime, guest);
                answer
            }
            Ok((_, other)) => Ok(other),
            Err(stop) => Err(stop),
        };
        if let Some(Stop::Host(reason)) = subject.stopped() {
            return Err(HostFailure(reason));
        }
        Ok(match answer {
            Ok(Answer::Passed) => Checked::Passed,
            Ok(Answer::Failed { message, trace, is_broken: false }) => Checked::Failed { message, trace },
            Ok(Answer::Failed { trace, .. } | Answer::Raised { trace, .. }) => Checked::Broken(trace),
            Ok(Answer::Syntax { message, trace }) => Checked::Broken(format!("{trace}\n{message}")),
            Ok(Answer::Missing(name)) => Checked::Broken(format!("the script defines no function `{name}`")),
            Ok(other) => Checked::Broken(format!("the script answered {other:?}")),
            Err(Stop::Host(reason)) => return Err(HostFailure(reason)),
            Err(stop) => Checked::Broken(format!("the script was stopped: {stop:?}")),
        })
    }
}
