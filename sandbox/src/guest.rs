//! One fresh instance with one learner's files, and the conversation with it.

use std::sync::Arc;

use domain::{Language, Limits, SourceFile, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasmtime::{Instance, Memory, Store, Trap};

use crate::{
    NoRuntime, Runtime,
    bridge::Bridge,
    exchange::{Exchange, Unanswered},
    limits::MemoryLimit,
    protocol::{read_answer, write_request},
    resident,
    wasi::{GuestState, Halt, Random, Wasi},
};

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

/// The seed of every guest: the same submission gets the same verdict.
const SEED: u64 = 0x5EED_0FBA_C40A_D000;

/// What a guest is given besides its files.
#[derive(Default)]
pub struct Surroundings<'a> {
    /// Bytes on standard input.
    pub stdin: &'a [u8],
    /// Randomness of its own, where it is not to have the usual.
    pub seed: Option<u64>,
    /// What answers its questions; without one it cannot ask any.
    pub bridge: Option<Box<dyn Bridge>>,
}

/// One fresh instance of a runtime, with one learner's files.
pub struct Guest {
    store: Store<GuestState>,
    instance: Instance,
    memory: Memory,
    exchange: Exchange,
    /// The file that is run.
    program: String,
    /// The file that is loaded.
    module: String,
    seeds: Random,
    budget: u64,
}

impl Guest {
    /// Makes an instance. The first file is the program that is run; loaded is the one that is named `main`, or else the
    /// first.
    ///
    /// Whoever asks the guest must do so on a thread with a stack of [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES).
    ///
    /// # Errors
    /// Our side has no room for it.
    pub fn start(runtime: &Runtime, files: &[SourceFile], stdin: &[u8], limits: &Limits) -> Result<Self, HostFailure> {
        Self::start_in(runtime, files, limits, Surroundings { stdin, ..Surroundings::default() })
    }

    /// As [`Self::start`], with more around it.
    ///
    /// # Errors
    /// Our side has no room for it.
    pub fn start_in(
        runtime: &Runtime,
        files: &[SourceFile],
        limits: &Limits,
        surroundings: Surroundings<'_>,
    ) -> Result<Self, HostFailure> {
        let failure = |error: wasmtime::Error| HostFailure(format!("{error:#}"));
        let is_main = |file: &&SourceFile| Language::ALL.iter().any(|language| file.name == language.main_file());
        let program = files.first().ok_or_else(|| HostFailure("there is no file to run".to_owned()))?;
        let module = files.iter().find(is_main).unwrap_or(program);

        let mut seeds = Random::new(surroundings.seed.unwrap_or(SEED));
        let mut wasi = Wasi::new(Arc::clone(&runtime.library), files, surroundings.stdin, limits, seeds.next());
        if let Some(bridge) = surroundings.bridge {
            wasi.connect(bridge);
        }
        let state = GuestState { wasi, memory: None, memory_limit: MemoryLimit::new(limits.memory_mb) };
        let mut store = Store::new(runtime.instance.module().engine(), state);
        store.limiter(|state| &mut state.memory_limit);
        let budget = u64::from(limits.time_ms).saturating_mul(runtime.fuel_per_ms);
        store.set_fuel(budget).map_err(failure)?;

        let instance = runtime.instance.instantiate(&mut store).map_err(failure)?;
        let memory = instance
            .get_memory(&mut store, "memory")
            .ok_or_else(|| HostFailure("the runtime has no memory".to_owned()))?;
        store.data_mut().memory = Some(memory);
        runtime.joining.touch(memory.data_mut(&mut store));
        let (program, module) = (program.name.clone(), module.name.clone());
        Ok(Self { store, instance, memory, exchange: runtime.exchange, program, module, seeds, budget })
    }

    /// Asks and waits for the answer.
    ///
    /// # Errors
    /// The guest was stopped; it must not be asked again.
    pub fn ask(&mut self, request: &Request) -> Result<Answer, Stop> {
        let file = if matches!(request, Request::Run { .. }) { &self.program } else { &self.module };
        let message = write_request(request, file, self.seeds.next());
        let answer = self
            .exchange
            .ask(&mut self.store, &self.instance, self.memory, &message)
            .map_err(|error| self.stop(&error))
            .and_then(|bytes| read_answer(request, &bytes).map_err(Stop::Malformed));
        let refused = self.store.data().memory_limit.refused();
        let out_of_memory = match &answer {
            // A guest that was refused memory and then ended badly ended because of that.
            Err(Stop::Crash(_) | Stop::Malformed(_)) => refused,
            Err(Stop::Exit(code)) | Ok(Answer::Ended(code)) => refused && *code != 0,
            // It says so itself; so large a thing may have been asked for that the memory was never asked to grow.
            // (Python's parser says the same of code that is nested too deeply, which is another matter.)
            Ok(Answer::Raised { kind, message, .. }) => match kind.as_str() {
                "MemoryError" => !message.starts_with("Parser stack overflowed"),
                "NoMemoryError" => true,
                "InternalError" => message == "out of memory",
                _ => false,
            },
            _ => false,
        };
        if out_of_memory { Err(Stop::Memory) } else { answer }
    }

    fn stop(&self, error: &wasmtime::Error) -> Stop {
        if let Some(halt) = error.downcast_ref::<Halt>() {
            return match halt {
                Halt::Exit(code) => Stop::Exit(*code),
                Halt::Output => Stop::Output,
                Halt::VirtualTime => Stop::VirtualTime,
                Halt::Fuel => Stop::Fuel,
            };
        }
        if let Some(Unanswered(reason)) = error.downcast_ref() {
            return Stop::Malformed((*reason).to_owned());
        }
        match error.downcast_ref::<Trap>() {
            Some(Trap::OutOfFuel) => Stop::Fuel,
            Some(Trap::StackOverflow) => Stop::Crash("the interpreter's stack overflowed".to_owned()),
            Some(trap) => Stop::Crash(trap.to_string()),
            None => Stop::Host(format!("{error:#}")),
        }
    }

    /// What was printed since the last call of this.
    pub fn take_output(&mut self) -> Output {
        self.store.data_mut().wasi.take_output()
    }

    /// What lies in its data folder, by the path in it.
    pub fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        self.store.data_mut().wasi.data()
    }

    /// Puts files into its data folder: what another instance left there.
    pub fn put_data(&mut self, files: &[(String, Vec<u8>)]) {
        self.store.data_mut().wasi.put_data(files);
    }

    /// Fuel used since the start. A guest stopped for want of fuel has used all of it.
    pub fn fuel_used(&self) -> u64 {
        self.budget - self.store.get_fuel().unwrap_or_default().min(self.budget)
    }

    /// The pages of its memory that it has written to.
    pub(crate) fn written(&self) -> Vec<usize> {
        resident::written(self.memory.data(&self.store))
    }

    /// The guest's linear memory now, in bytes.
    pub fn memory_bytes(&self) -> u64 {
        self.memory.data_size(&self.store) as u64
    }
}
