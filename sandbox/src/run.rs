//! Running a program once, without judging it.

use std::time::Instant;

use domain::{Program, RunOutcome, RunVerdict, RuntimeName};

use crate::{Answer, Guest, HostFailure, Output, Request, Sandbox, Stop, typescript::Unread};

impl Sandbox {
    /// Runs a program in a fresh instance.
    ///
    /// Blocks, and needs a thread with [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES) of stack; a [`Pool`](crate::Pool)
    /// has such threads.
    pub fn run(&self, program: &Program) -> RunOutcome {
        self.run_and_keep(program).0
    }

    /// As [`Self::run`], and gives the guest as well where there was one: to put its memory back as it was takes about as long as
    /// a small program runs, and nobody needs to wait for that.
    pub(crate) fn run_and_keep(&self, program: &Program) -> (RunOutcome, Option<Guest>) {
        self.try_run(program)
            .or_else(|failure| {
                tracing::warn!(%failure, "a program could not be run; running it once more");
                self.try_run(program)
            })
            .unwrap_or_else(|failure| {
                tracing::error!(%failure, "a program could not be run");
                (internal_error(), None)
            })
    }

    fn try_run(&self, program: &Program) -> Result<(RunOutcome, Option<Guest>), HostFailure> {
        let begun = Instant::now();
        let runtime = self.runtime(&RuntimeName::new(program.language, &program.libraries))?;
        let files = match self.interpretable(program.language, &program.files) {
            Ok(files) => files,
            Err(Unread::Syntax { message, trace }) => return Ok((not_parsed(&message, &trace), None)),
            Err(Unread::Host(failure)) => return Err(failure),
        };
        let mut guest = Guest::start(runtime, &files, &program.stdin, &program.limits)?;
        let answer = guest.ask(&Request::Run { args: program.args.clone() });
        let output = guest.take_output();
        let end = End::of(answer)?;
        let (stdout, mut stderr) = streams(&output);
        if !end.said.is_empty() {
            if !stderr.is_empty() && !stderr.ends_with('\n') {
                stderr.push('\n');
            }
            stderr.push_str(&end.said);
        }
        let outcome = RunOutcome {
            verdict: end.verdict,
            stdout,
            stderr,
            exit_code: end.exit_code,
            fuel: guest.fuel_used(),
            wall_ms: begun.elapsed().as_secs_f64() * 1_000.0,
            memory_bytes: guest.memory_bytes(),
        };
        Ok((outcome, Some(guest)))
    }
}

/// A run of code that could not even be parsed.
fn not_parsed(message: &str, trace: &str) -> RunOutcome {
    RunOutcome {
        verdict: RunVerdict::CompileError,
        stderr: lines(trace, message),
        exit_code: Some(1),
        ..internal_error()
    }
}

/// A run that was never done in time, although fuel should have ended it.
pub(crate) fn time_limit() -> RunOutcome {
    RunOutcome { verdict: RunVerdict::TimeLimit, ..internal_error() }
}

/// A run that says our side failed.
pub(crate) fn internal_error() -> RunOutcome {
    RunOutcome {
        verdict: RunVerdict::InternalError,
        stdout: String::new(),
        stderr: String::new(),
        exit_code: None,
        fuel: 0,
        wall_ms: 0.0,
        memory_bytes: 0,
    }
}

/// How a program ended, and what the interpreter says of it on standard error.
#[derive(Debug, PartialEq)]
struct End {
    verdict: RunVerdict,
    exit_code: Option<i32>,
    said: String,
}

impl End {
    fn of(answer: Result<Answer, Stop>) -> Result<Self, HostFailure> {
        let stopped = |verdict, said: String| Self { verdict, exit_code: None, said };
        Ok(match answer {
            // Leaving by a way around the interpreter (`os._exit`) is as good an end for a program as any other.
            Ok(Answer::Ended(code)) | Err(Stop::Exit(code)) => {
                let verdict = if code == 0 { RunVerdict::Ok } else { RunVerdict::RuntimeError };
                Self { verdict, exit_code: Some(code), said: String::new() }
            }
            // As an interpreter does: the traceback on standard error, and exit code 1.
            Ok(Answer::Raised { kind, message, trace }) => Self {
                verdict: RunVerdict::RuntimeError,
                exit_code: Some(1),
                said: lines(&trace, &if message.is_empty() { kind } else { format!("{kind}: {message}") }),
            },
            Ok(Answer::Syntax { message, trace }) => {
                Self { verdict: RunVerdict::CompileError, exit_code: Some(1), said: lines(&trace, &message) }
            }
            Ok(_) => stopped(RunVerdict::RuntimeError, "The program's end could not be understood.\n".to_owned()),
            Err(Stop::Fuel | Stop::VirtualTime) => stopped(RunVerdict::TimeLimit, String::new()),
            Err(Stop::Memory) => stopped(RunVerdict::MemoryLimit, String::new()),
            Err(Stop::Output) => stopped(RunVerdict::OutputLimit, String::new()),
            Err(Stop::Crash(trap)) => {
                stopped(RunVerdict::RuntimeError, format!("The program crashed the interpreter: {trap}\n"))
            }
            Err(Stop::Malformed(detail)) => {
                stopped(RunVerdict::RuntimeError, format!("The program's end could not be understood: {detail}\n"))
            }
            Err(Stop::Host(failure)) => return Err(HostFailure(failure)),
        })
    }
}

/// A traceback and the exception, which is said once.
fn lines(trace: &str, headline: &str) -> String {
    let trace = trace.trim_end();
    if trace.is_empty() {
        format!("{headline}\n")
    } else if trace.contains(headline) {
        format!("{trace}\n")
    } else {
        format!("{trace}\n{headline}\n")
    }
}

/// Text of bytes; a character that the limit cut in two is left out, all else that is not UTF-8 replaced.
fn text(bytes: &[u8], truncated: bool) -> String {
    let whole = match std::str::from_utf8(bytes) {
        Err(error) if truncated && error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    };
    String::from_utf8_lossy(whole).into_owned()
}

/// What a guest printed, both streams as text.
pub(crate) fn streams(output: &Output) -> (String, String) {
    (text(&output.stdout, output.truncated), text(&output.stderr, output.truncated))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(answer: Result<Answer, Stop>) -> (RunVerdict, Option<i32>, String) {
        let End { verdict, exit_code, said } = End::of(answer).unwrap();
        (verdict, exit_code, said)
    }

    #[test]
    fn a_program_is_well_only_if_it_ended_with_0() {
        assert_eq!(end(Ok(Answer::Ended(0))), (RunVerdict::Ok, Some(0), String::new()));
        assert_eq!(end(Err(Stop::Exit(0))), (RunVerdict::Ok, Some(0), String::new()));
        assert_eq!(end(Ok(Answer::Ended(3))), (RunVerdict::RuntimeError, Some(3), String::new()));
        for answer in [Ok(Answer::Loaded), Err(Stop::Malformed("x".into())), Err(Stop::Crash("x".into()))] {
            let (verdict, exit_code, said) = end(answer);
            assert_eq!((verdict, exit_code), (RunVerdict::RuntimeError, None));
            assert!(said.ends_with('\n'));
        }
    }

    #[test]
    fn an_exception_ends_like_in_an_interpreter() {
        let trace = "Traceback (most recent call last):\n  File \"main.py\", line 1\nKeyError: 'a'".to_owned();
        let raised = Answer::Raised { kind: "KeyError".into(), message: "'a'".into(), trace: trace.clone() };
        assert_eq!(end(Ok(raised)), (RunVerdict::RuntimeError, Some(1), format!("{trace}\n")));
        let syntax = Answer::Syntax { message: "SyntaxError: no".into(), trace: "main.py, line 2".into() };
        assert_eq!(end(Ok(syntax)), (RunVerdict::CompileError, Some(1), "main.py, line 2\nSyntaxError: no\n".into()));
    }

    #[test]
    fn our_own_failure_is_not_an_outcome_of_the_program() {
        assert!(End::of(Err(Stop::Host("panic".into()))).is_err());
    }

    #[test]
    fn only_a_character_cut_by_the_limit_is_left_out() {
        assert_eq!(text("aé".as_bytes(), false), "aé");
        assert_eq!(text(&"aé".as_bytes()[..2], true), "a");
        assert_eq!(text(&"aé".as_bytes()[..2], false), "a\u{fffd}");
        assert_eq!(text(b"a\xffb", true), "a\u{fffd}b");
    }
}
