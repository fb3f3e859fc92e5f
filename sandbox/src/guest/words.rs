//! What is said between a guest and whoever asks it.

use domain::{SourceFile, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::NoRuntime;

/// What a guest is asked to do. `Load` comes before any `Call`, in the same instance.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Run the main file as a program.
    Run {
        /// What stands after its name on the command line.
        args: Vec<String>,
    },
    /// Load the main file as a module.
    Load,
    /// Call one of the module's functions.
    Call {
        /// The function's name as the language writes it.
        function: String,
        /// Tagged values.
        args: Vec<Value>,
    },
    /// Take the types out of these files.
    Strip(Vec<SourceFile>),
    /// Answer a request over HTTP.
    Http(HttpRequest),
    /// Execute SQL statements.
    Query(String),
    /// Run the tests in the learner's file. The module they import is reached through the bridge.
    Tests {
        /// The name it is imported by.
        module: String,
        /// What it has, in `snake_case`: functions, and exceptions, whose names begin with a capital.
        exports: Vec<String>,
    },
    /// Run a function of an author's script, which is loaded, over the subject behind the bridge.
    Check {
        /// The function's name.
        function: String,
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
    /// The files without types.
    Files(Vec<SourceFile>),
    /// The learner's service answered.
    Response(HttpResponse),
    /// What each statement gave.
    Results(Vec<ResultSet>),
    /// What came of each of the learner's tests, in the order in which they ran.
    Tested(Vec<TestedCase>),
    /// The author's script has nothing to complain of.
    Passed,
    /// The author's script ended with an exception.
    Failed {
        /// An assertion's message, or the exception; empty where an assertion has none.
        message: String,
        /// The traceback, the script's lines only.
        trace: String,
        /// Whether the script is to blame: it uses a name that is not there.
        is_broken: bool,
    },
}

/// One test that a learner wrote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestedCase {
    /// Its name.
    pub name: String,
    /// How it ended.
    pub status: TestedStatus,
    /// Why it did not pass: the exception's type and message. Empty where it passed.
    pub message: String,
    /// The same with the learner's lines.
    pub trace: String,
}

/// How a learner's test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TestedStatus {
    /// Nothing was wrong.
    Pass,
    /// An assertion did not hold.
    Fail,
    /// Another exception came.
    Error,
    /// It says of itself that it is not to be run.
    Skip,
}

/// A request as a service in a guest gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HttpRequest {
    /// The method, in capitals.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Names and values, in order.
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(with = "base64_bytes")]
    pub body: Vec<u8>,
}

/// What a service in a guest answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpResponse {
    /// The status code.
    pub status: u16,
    /// Names and values, in order.
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(with = "base64_bytes")]
    pub body: Vec<u8>,
}

/// What one SQL statement gave.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultSet {
    /// The columns' names; none for a statement that gives no rows.
    pub columns: Vec<String>,
    /// Tagged values, as many a row as there are columns.
    pub rows: Vec<Vec<Value>>,
    /// How many rows it inserted, changed or deleted.
    pub changes: u64,
}

/// Bytes as they cross in JSON.
pub(crate) mod base64_bytes {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map_err(D::Error::custom)
    }
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

impl Stop {
    /// What it counts as.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Fuel | Self::VirtualTime => Verdict::TimeLimit,
            Self::Memory => Verdict::MemoryLimit,
            Self::Output => Verdict::OutputLimit,
            Self::Exit(_) | Self::Crash(_) | Self::Malformed(_) => Verdict::RuntimeError,
            Self::Host(_) => Verdict::InternalError,
        }
    }
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

impl From<NoRuntime> for HostFailure {
    fn from(error: NoRuntime) -> Self {
        Self(error.to_string())
    }
}
