//! TypeScript becomes JavaScript before it runs: its types are taken out, by a guest, since what reads a learner's code is
//! better off in the sandbox as well.

use std::borrow::Cow;

use domain::{Language, Limits, RuntimeName, SourceFile};

use crate::{Answer, Guest, HostFailure, Request, Sandbox, Stop};

/// What reading a file may cost, whatever the limits of the program in it.
const LIMITS: Limits = Limits { time_ms: 2_000, memory_mb: 256, output_kb: 1, virtual_seconds: 0 };

/// Why there is nothing to run.
#[derive(Debug)]
pub(crate) enum Unread {
    /// The code cannot be parsed, or is more than types can be taken out of.
    Syntax {
        /// What is wrong.
        message: String,
        /// Where, with the line.
        trace: String,
    },
    /// Our side failed.
    Host(HostFailure),
}

impl Sandbox {
    /// The files as the interpreter takes them.
    pub(crate) fn interpretable<'a>(
        &self,
        language: Language,
        files: &'a [SourceFile],
    ) -> Result<Cow<'a, [SourceFile]>, Unread> {
        if language != Language::Typescript {
            return Ok(Cow::Borrowed(files));
        }
        let (typed, rest): (Vec<_>, Vec<_>) = files.iter().cloned().partition(|file| file.name.ends_with(".ts"));
        let host = |reason: String| Unread::Host(HostFailure(reason));
        let runtime = self.runtime(&RuntimeName::type_stripper()).map_err(|error| host(error.to_string()))?;
        let mut guest = Guest::start(runtime, files, &[], &LIMITS).map_err(Unread::Host)?;
        match guest.ask(&Request::Strip(typed)) {
            // In the order in which they were sent: the first is the program.
            Ok(Answer::Files(mut stripped)) => {
                stripped.extend(rest);
                let place = |file: &SourceFile| files.iter().position(|sent| sent.name == file.name);
                stripped.sort_by_key(place);
                Ok(Cow::Owned(stripped))
            }
            Ok(Answer::Syntax { message, trace }) => Err(Unread::Syntax { message, trace }),
            Err(Stop::Host(reason)) => Err(host(reason)),
            Err(Stop::Crash(_) | Stop::Fuel | Stop::Memory) => Err(Unread::Syntax {
                message: "SyntaxError: this code is nested too deeply, or too long, to be read".to_owned(),
                trace: String::new(),
            }),
            other => Err(host(format!("taking types out ended in {other:?}"))),
        }
    }
}
