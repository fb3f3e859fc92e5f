//! One fresh instance with one learner's files, and the conversation with it.

use domain::{Limits, SourceFile};
use serde_json::Value;

use crate::Runtime;

/// What a guest is asked to do. `Load` comes before any `Call`, in the same instance.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Run the main file as a program.
    Run,
    /// Load the main file as a module.
    Load,
    /// Call one of the module's functions.
    Call {
        /// The function's name as the language writes it.
        function: String,
        /// Tagged values.
        args: Vec<Value>,
    },
}

/// What a guest said.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The program ended with this exit code.
    Ended(i32),
    /// The module is loaded.
    Loaded,
    /// What the call returned, a tagged value.
    Value(Value),
    /// An exception that nobody caught.
    Raised {
        /// The exception's type, such as `ValueError`.
        kind: String,
        /// Its message.
        message: String,
        /// The traceback, the learner's lines only.
        trace: String,
    },
    /// The file cannot be parsed.
    Syntax {
        /// What is wrong.
        message: String,
        /// Where, with the line.
        trace: String,
    },
    /// The module has no such function.
    Missing(String),
}

/// Why a guest was stopped. Nothing more can be asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The computing budget is used up.
    Fuel,
    /// It slept longer than the virtual clock allows.
    VirtualTime,
    /// It ended abnormally after memory was denied.
    Memory,
    /// It printed more than allowed.
    Output,
    /// It ended the process by itself while it was loaded or called, or by a way around the interpreter.
    Exit(i32),
    /// It trapped.
    Crash(String),
    /// Its answer was not understood: the learner's runtime error.
    Malformed(String),
    /// Our side failed.
    Host(String),
}

/// What a guest printed, at most as much as its limit allows for both streams together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// Standard output.
    pub stdout: Vec<u8>,
    /// Standard error.
    pub stderr: Vec<u8>,
    /// Whether more was printed than kept.
    pub truncated: bool,
}

/// Our side could not start a guest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a guest could not be started: {0}")]
pub struct HostFailure(pub String);

/// One fresh instance of a runtime, with one learner's files.
pub struct Guest {
    output: Output,
}

impl Guest {
    /// Makes an instance.
    ///
    /// # Errors
    /// Our side has no room for it.
    pub fn start(_runtime: &Runtime, _files: &[SourceFile], _stdin: &[u8], _limits: &Limits) -> Result<Self, HostFailure> {
        Ok(Self { output: Output::default() })
    }

    /// Asks and waits for the answer.
    ///
    /// # Errors
    /// The guest was stopped; it must not be asked again.
    pub fn ask(&mut self, _request: &Request) -> Result<Answer, Stop> {
        Err(Stop::Host("no runtime is open".to_owned()))
    }

    /// What was printed since the last call of this.
    pub fn take_output(&mut self) -> Output {
        std::mem::take(&mut self.output)
    }

    /// Fuel used since the start.
    pub fn fuel_used(&self) -> u64 {
        0
    }

    /// The guest's linear memory now, in bytes.
    pub fn memory_bytes(&self) -> u64 {
        0
    }
}
