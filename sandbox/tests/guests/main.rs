//! The sandbox with the real interpreters: what a guest can do, what it cannot, and what stops it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod again;
mod bridge;
mod isolation;
mod javascript;
mod limits;
mod open;
mod python;
mod sql;

use std::{path::PathBuf, sync::OnceLock};

use domain::{Language, Limits, SourceFile};
use sandbox::{Answer, Guest, NATIVE_STACK_BYTES, Request, Sandbox, Stop, Surroundings};
use serde_json::Value;

/// Where the runtimes are: `BACKROAD_RUNTIMES`, else the workspace's `target/runtimes`.
fn runtimes_folder() -> PathBuf {
    std::env::var_os("BACKROAD_RUNTIMES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/runtimes"), PathBuf::from)
}

/// The sandbox that all tests share.
fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| {
        Sandbox::open(&runtimes_folder()).unwrap_or_else(|error| panic!("these tests need the interpreters: {error}"))
    })
}

/// Does something on a thread with the stack that guests need.
fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(NATIVE_STACK_BYTES).spawn_scoped(scope, work).unwrap();
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// What came of asking a guest.
#[derive(Debug)]
struct Outcome {
    answer: Result<Answer, Stop>,
    stdout: String,
    stderr: String,
    truncated: bool,
    fuel: u64,
    memory: u64,
}

/// A guest in the making.
struct Setting {
    language: Language,
    files: Vec<SourceFile>,
    stdin: Vec<u8>,
    limits: Limits,
    seed: Option<u64>,
}

impl Setting {
    fn new(language: Language, code: &str) -> Self {
        let main = SourceFile { name: language.main_file().to_owned(), content: code.to_owned() };
        Self { language, files: vec![main], stdin: Vec::new(), limits: Limits::default(), seed: None }
    }

    fn file(mut self, name: &str, content: &str) -> Self {
        self.files.push(SourceFile { name: name.to_owned(), content: content.to_owned() });
        self
    }

    fn stdin(mut self, bytes: &[u8]) -> Self {
        self.stdin = bytes.to_vec();
        self
    }

    fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Asks one thing after the other until one is not answered; gives the last.
    fn ask(&self, requests: &[Request]) -> Outcome {
        with_stack(|| {
            let runtime = sandbox().runtime(&self.language.into()).unwrap();
            let surroundings = Surroundings { stdin: &self.stdin, seed: self.seed, ..Surroundings::default() };
            let mut guest = Guest::start_in(runtime, &self.files, &self.limits, surroundings).unwrap();
            let mut answer = Err(Stop::Host("nothing was asked".to_owned()));
            for request in requests {
                answer = guest.ask(request);
                if answer.is_err() {
                    break;
                }
            }
            let output = guest.take_output();
            Outcome {
                answer,
                stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
                stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
                truncated: output.truncated,
                fuel: guest.fuel_used(),
                memory: guest.memory_bytes(),
            }
        })
    }

    fn run(&self) -> Outcome {
        self.ask(&[Request::Run { args: Vec::new() }])
    }

    fn call(&self, function: &str, args: &[Value]) -> Outcome {
        self.ask(&[Request::Load, call(function, args)])
    }

    /// Calls `f()` and gives what it returned.
    fn value(&self) -> Value {
        match self.call("f", &[]).answer {
            Ok(Answer::Value(value)) => value,
            other => panic!("{other:?}"),
        }
    }
}

fn call(function: &str, args: &[Value]) -> Request {
    Request::Call { function: function.to_owned(), args: args.to_vec() }
}

fn python(code: &str) -> Setting {
    Setting::new(Language::Python, code)
}

fn javascript(code: &str) -> Setting {
    Setting::new(Language::Javascript, code)
}

/// The kind, message and trace of what was raised.
fn raised(outcome: Outcome) -> (String, String, String) {
    match outcome.answer {
        Ok(Answer::Raised { kind, message, trace }) => (kind, message, trace),
        other => panic!("nothing was raised: {other:?}"),
    }
}
