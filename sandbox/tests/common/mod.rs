//! What tests with real guests share. Not every test needs all of it.
#![allow(dead_code, clippy::allow_attributes, reason = "each test is a crate of its own, and takes what it needs")]

use std::{
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::OnceLock,
    thread,
};

use domain::{Language, SourceFile};
use prometheus_client::registry::Registry;
use sandbox::{NATIVE_STACK_BYTES, Pool, Sandbox, WorkerCommand};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Where the interpreters are.
pub fn runtimes() -> PathBuf {
    std::env::var_os("BACKROAD_RUNTIMES").map_or_else(|| root().join("target/runtimes"), PathBuf::from)
}

/// The sandbox that all tests share.
pub fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| {
        let folder = runtimes();
        Sandbox::open(&folder)
            .unwrap_or_else(|error| panic!("the runtimes in {} are needed: {error}", folder.display()))
    })
}

/// Workers of this test's own: the example `worker` of this crate, which cargo compiles with the tests.
pub fn start_pool(workers: usize, queue: usize, registry: &mut Registry) -> Pool {
    Pool::start(worker(&runtimes()), workers, queue, registry).unwrap_or_else(|error| panic!("{error}"))
}

/// How a worker with these runtimes is started.
pub fn worker(runtimes: &Path) -> WorkerCommand {
    let this = std::env::current_exe().unwrap();
    let program = this.parent().and_then(Path::parent).unwrap().join("examples/worker");
    WorkerCommand { program, arguments: vec![runtimes.into()] }
}

/// Does something on a thread with the stack that guests need.
pub fn on_a_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        thread::Builder::new()
            .stack_size(NATIVE_STACK_BYTES)
            .spawn_scoped(scope, work)
            .unwrap()
            .join()
            .unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// The one file of a small program.
pub fn main_file(language: Language, content: impl Into<String>) -> Vec<SourceFile> {
    vec![SourceFile { name: language.main_file().to_owned(), content: content.into() }]
}
