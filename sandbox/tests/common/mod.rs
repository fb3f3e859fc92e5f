//! What tests with real guests share.

use std::{
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::OnceLock,
    thread,
};

use domain::{Language, SourceFile};
use sandbox::{NATIVE_STACK_BYTES, Sandbox};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The sandbox that all tests share.
pub fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| {
        let folder =
            std::env::var_os("BACKROAD_RUNTIMES").map_or_else(|| root().join("target/runtimes"), PathBuf::from);
        Sandbox::open(&folder)
            .unwrap_or_else(|error| panic!("the runtimes in {} are needed: {error}", folder.display()))
    })
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
