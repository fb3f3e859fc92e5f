//! What the judge says of a submission.

use serde::{Deserialize, Serialize};

/// The outcome of judging, worst news last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every test passed.
    Passed,
    /// The code ran and answered something else than expected.
    WrongAnswer,
    /// The code raised, or ended itself.
    RuntimeError,
    /// The computing budget (fuel) or the virtual clock ran out.
    TimeLimit,
    /// More memory was asked for than the exercise allows.
    MemoryLimit,
    /// More was printed than the exercise allows.
    OutputLimit,
    /// The code could not be parsed.
    CompileError,
    /// Our side failed. Never counted against the learner.
    InternalError,
}

impl Verdict {
    /// The name used in tables, JSON and CSS classes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::WrongAnswer => "wrong_answer",
            Self::RuntimeError => "runtime_error",
            Self::TimeLimit => "time_limit",
            Self::MemoryLimit => "memory_limit",
            Self::OutputLimit => "output_limit",
            Self::CompileError => "compile_error",
            Self::InternalError => "internal_error",
        }
    }

    /// One sentence a learner can act on.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Passed => "Every test passed.",
            Self::WrongAnswer => "Your code runs, but not every answer is right yet.",
            Self::RuntimeError => "Your code stopped with an error.",
            Self::TimeLimit => {
                "Your code needs more time than it may take. Look for a loop that does not end, or work that is done again and again."
            }
            Self::MemoryLimit => "Your code asked for more memory than it may have.",
            Self::OutputLimit => "Your code printed more than we keep. Look for a print inside a loop.",
            Self::CompileError => "Your code could not be read. Look for a typing slip at the line named below.",
            Self::InternalError => {
                "Our runner failed, not your code. This attempt does not count; please run it again."
            }
        }
    }
}
