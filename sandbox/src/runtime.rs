//! The interpreters: verified when the sandbox opens, shared by all guests.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::Path,
    sync::Arc,
    thread,
};

use domain::{Language, RuntimeName};
use wasmtime::{Engine, InstancePre, Linker, Module};

use crate::{
    Exchange, NATIVE_STACK_BYTES, engine,
    manifest::{Manifest, OpenError, RuntimeManifest, sha256},
    pages::Originals,
    prepared::Prepared,
    resident::Joining,
    warm_up::warm_up,
    wasi::{GuestState, Library, add_to_linker},
};

/// The engine and the verified runtimes. Cheap to clone.
#[derive(Clone)]
pub struct Sandbox {
    runtimes: Arc<BTreeMap<RuntimeName, Runtime>>,
    /// What came of authors' code, which is asked the same for every submission.
    pub(crate) prepared: Arc<Prepared>,
}

/// One interpreter, ready to be instantiated.
pub struct Runtime {
    pub(crate) instance: InstancePre<GuestState>,
    pub(crate) exchange: Exchange,
    pub(crate) library: Arc<Library>,
    pub(crate) fuel_per_ms: u64,
    /// What keeps its guests' memory mapped from one to the next.
    pub(crate) joining: Joining,
    /// What its guests' memory holds when they begin.
    pub(crate) originals: Originals,
    version: String,
    hash: String,
}

/// No interpreter with these libraries was built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no runtime `{0}`")]
pub struct NoRuntime(pub RuntimeName);

impl Sandbox {
    /// Opens a folder of runtimes and verifies every file in it.
    ///
    /// Takes the compiled modules if they fit this engine, and compiles the snapshots (for some seconds) if they do not.
    ///
    /// # Errors
    /// A file is missing or is not the one the manifest names; the message says which, and what to do.
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        Self::open_these(dir, &required().collect())
    }

    /// As [`Self::open`], for one language with these libraries only: nothing else can be run.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_for(dir: &Path, language: Language, libraries: &[domain::Library]) -> Result<Self, OpenError> {
        let mut names = BTreeSet::from([RuntimeName::new(language, libraries)]);
        if language == Language::Typescript {
            names.insert(RuntimeName::type_stripper());
        }
        Self::open_these(dir, &names)
    }

    fn open_these(dir: &Path, names: &BTreeSet<RuntimeName>) -> Result<Self, OpenError> {
        let manifest = Manifest::read(dir)?;
        let engine = engine::engine()
            .map_err(|error| OpenError::Unusable { what: "the WebAssembly engine".to_owned(), error })?;
        if let Some(name) = names.iter().find(|name| !manifest.runtimes.contains_key(name)) {
            return Err(OpenError::Missing { folder: dir.display().to_string(), name: name.clone() });
        }
        let fits = manifest.engine == engine::fingerprint(&engine);
        let wanted = manifest.runtimes.iter().filter(|(name, _)| names.contains(name));
        // Side by side: each is some tens of megabytes to be read and hashed.
        let opened = thread::scope(|scope| {
            let open = |(name, entry): (&RuntimeName, _)| {
                Runtime::open(&engine, dir, name, entry, fits).map(|runtime| (name.clone(), runtime))
            };
            // Each runs a few programs in it, too.
            let thread = || thread::Builder::new().stack_size(NATIVE_STACK_BYTES);
            let opening = wanted.map(|one| thread().spawn_scoped(scope, move || open(one)));
            let opening: Vec<_> = opening.collect::<io::Result<_>>().map_err(OpenError::Thread)?;
            let whole = |thread: thread::ScopedJoinHandle<'_, _>| {
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            opening.into_iter().map(whole).collect::<Result<BTreeMap<_, _>, OpenError>>()
        })?;
        Ok(Self { runtimes: Arc::new(opened), prepared: Arc::default() })
    }

    /// The runtime of this name.
    ///
    /// # Errors
    /// There is none.
    pub fn runtime(&self, name: &RuntimeName) -> Result<&Runtime, NoRuntime> {
        self.runtimes.get(name).ok_or_else(|| NoRuntime(name.clone()))
    }

    /// Every runtime by its name.
    pub fn runtimes(&self) -> impl Iterator<Item = (&RuntimeName, &Runtime)> {
        self.runtimes.iter()
    }
}

/// What a folder of runtimes must have: every language, and every library.
fn required() -> impl Iterator<Item = RuntimeName> {
    let languages = Language::ALL.into_iter().map(RuntimeName::from);
    let libraries = domain::Library::ALL.map(|library| RuntimeName::new(library.language(), &[library]));
    languages.chain(libraries).chain([RuntimeName::type_stripper()])
}

impl Runtime {
    /// Identifies its exact bytes; stored with every verdict.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The interpreter's version as people write it, such as `3.13.5`.
    pub fn version(&self) -> &str {
        &self.version
    }

    fn open(
        engine: &Engine,
        dir: &Path,
        name: &RuntimeName,
        entry: &RuntimeManifest,
        fits: bool,
    ) -> Result<Self, OpenError> {
        let file = |name: &str| dir.join(name).display().to_string();
        entry.snapshot.find(dir)?;
        let compiled = entry.compiled.read(dir)?;
        let archive = entry.library.as_ref().map(|library| library.read(dir)).transpose()?;

        let loaded = if fits { engine::deserialize(engine, &compiled).ok() } else { None };
        let module = match loaded {
            Some(module) => module,
            None => {
                tracing::warn!(%name, "the compiled runtime is for another version of this program or machine; compiling it");
                Module::new(engine, entry.snapshot.read(dir)?)
                    .map_err(|error| OpenError::Unusable { what: file(&entry.snapshot.file), error })?
            }
        };
        let library = archive.map(Library::from_tar).transpose().map_err(|error| OpenError::Unreadable {
            file: entry.library.as_ref().map_or_else(String::new, |library| file(&library.file)),
            error,
        })?;
        let mut linker = Linker::new(engine);
        let instance = add_to_linker(&mut linker)
            .and_then(|()| entry.exchange.add_to_linker(&mut linker, &module))
            .and_then(|()| linker.instantiate_pre(&module))
            .map_err(|error| OpenError::Unusable { what: file(&entry.snapshot.file), error })?;

        let library_hash = entry.library.as_ref().map_or("", |library| library.blake3.as_str());
        let hash = sha256(format!("{} {library_hash} {}", entry.snapshot.blake3, entry.fuel_per_ms).as_bytes());
        let mut runtime = Self {
            instance,
            exchange: entry.exchange,
            library: Arc::new(library.unwrap_or_default()),
            fuel_per_ms: entry.fuel_per_ms,
            joining: Joining::default(),
            originals: Originals::default(),
            version: entry.version.clone(),
            hash,
        };
        runtime.joining = warm_up(&runtime, name);
        Ok(runtime)
    }
}
