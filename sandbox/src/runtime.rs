//! The interpreters: verified when the sandbox opens, shared by all guests.

use std::{path::Path, sync::Arc};

use domain::Language;
use wasmtime::{Engine, InstancePre, Linker, Module};

use crate::{
    engine,
    manifest::{Manifest, OpenError, RuntimeManifest, sha256},
    wasi::{GuestState, Library, add_to_linker},
};

/// The engine and the verified runtimes. Cheap to clone.
#[derive(Clone)]
pub struct Sandbox {
    runtimes: Arc<[Runtime]>,
}

/// One interpreter, ready to be instantiated.
pub struct Runtime {
    pub(crate) language: Language,
    pub(crate) instance: InstancePre<GuestState>,
    pub(crate) library: Arc<Library>,
    pub(crate) fuel_per_ms: u64,
    version: String,
    hash: String,
}

impl Sandbox {
    /// Opens a folder of runtimes and verifies every file in it.
    ///
    /// Takes the compiled modules if they fit this engine, and compiles the snapshots (for some seconds) if they do not.
    ///
    /// # Errors
    /// A file is missing or is not the one the manifest names; the message says which, and what to do.
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        let manifest = Manifest::read(dir)?;
        let engine = engine::engine()
            .map_err(|error| OpenError::Unusable { what: "the WebAssembly engine".to_owned(), error })?;
        let fits = manifest.engine == engine::fingerprint(&engine);
        let runtimes: Result<Vec<_>, _> = Language::ALL
            .into_iter()
            .map(|language| {
                let missing = || OpenError::Missing { folder: dir.display().to_string(), language };
                let entry = manifest.runtimes.get(&language).ok_or_else(missing)?;
                Runtime::open(&engine, dir, language, entry, fits)
            })
            .collect();
        Ok(Self { runtimes: runtimes?.into() })
    }

    /// The runtime of a language.
    pub fn runtime(&self, language: Language) -> &Runtime {
        let index = Language::ALL.iter().position(|other| *other == language).unwrap_or_default();
        &self.runtimes[index]
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

impl Runtime {
    fn open(
        engine: &Engine,
        dir: &Path,
        language: Language,
        entry: &RuntimeManifest,
        fits: bool,
    ) -> Result<Self, OpenError> {
        let file = |name: &str| dir.join(name).display().to_string();
        let snapshot = entry.snapshot.read(dir)?;
        let compiled = entry.compiled.read(dir)?;
        let archive = entry.library.as_ref().map(|library| library.read(dir)).transpose()?;

        let loaded = if fits { engine::deserialize(engine, &compiled).ok() } else { None };
        let module = match loaded {
            Some(module) => module,
            None => {
                tracing::warn!(%language, "the compiled runtime is for another version of this program or machine; compiling it");
                Module::new(engine, &snapshot)
                    .map_err(|error| OpenError::Unusable { what: file(&entry.snapshot.file), error })?
            }
        };
        let library = archive.map(Library::from_tar).transpose().map_err(|error| OpenError::Unreadable {
            file: entry.library.as_ref().map_or_else(String::new, |library| file(&library.file)),
            error,
        })?;
        let mut linker = Linker::new(engine);
        let instance = add_to_linker(&mut linker)
            .and_then(|()| linker.instantiate_pre(&module))
            .map_err(|error| OpenError::Unusable { what: file(&entry.snapshot.file), error })?;

        let library_hash = entry.library.as_ref().map_or("", |library| library.sha256.as_str());
        let hash = sha256(format!("{} {library_hash} {}", entry.snapshot.sha256, entry.fuel_per_ms).as_bytes());
        Ok(Self {
            language,
            instance,
            library: Arc::new(library.unwrap_or_default()),
            fuel_per_ms: entry.fuel_per_ms,
            version: entry.version.clone(),
            hash,
        })
    }
}
