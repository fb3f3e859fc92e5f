//! Running a program without judging it: "try it" blocks and `backroad run`.

use serde::{Deserialize, Serialize};

use crate::{Language, Library, Limits, SourceFile};

/// A program to run once in a fresh instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Chooses the runtime.
    pub language: Language,
    /// What it may import beside the standard library.
    #[serde(default)]
    pub libraries: Vec<Library>,
    /// The first is the program; all are placed by base name in one read-only folder of the guest.
    pub files: Vec<SourceFile>,
    /// What stands after its name on the command line.
    #[serde(default)]
    pub args: Vec<String>,
    /// Bytes on standard input.
    pub stdin: Vec<u8>,
    /// What it may use.
    pub limits: Limits,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunVerdict {
    /// It ended by itself with exit code 0.
    Ok,
    /// It raised, or ended itself with another exit code.
    RuntimeError,
    /// The computing budget (fuel) or the virtual clock ran out.
    TimeLimit,
    /// More memory was asked for than allowed.
    MemoryLimit,
    /// More was printed than allowed.
    OutputLimit,
    /// The program could not be parsed.
    CompileError,
    /// Our side failed.
    InternalError,
}

/// The exit code of a guest that ended; `None` where it was stopped.
pub type Exit = Option<i32>;

/// What a run left behind; the JSON of `backroad run --json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunOutcome {
    /// How it ended.
    pub verdict: RunVerdict,
    /// Standard output, invalid UTF-8 replaced, cut at the limit.
    pub stdout: String,
    /// Standard error, invalid UTF-8 replaced, cut at the limit.
    pub stderr: String,
    /// The exit code, where it ended by itself.
    pub exit_code: Exit,
    /// Fuel used; the same for the same program.
    pub fuel: u64,
    /// Wall time in milliseconds.
    pub wall_ms: f64,
    /// The guest's linear memory at its end, in bytes.
    pub memory_bytes: u64,
}
