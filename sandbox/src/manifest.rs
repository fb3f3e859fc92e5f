//! `manifest.json`: what a folder of runtimes holds.

use std::{collections::BTreeMap, path::Path};

use domain::RuntimeName;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Exchange;

/// The manifest's name.
pub const MANIFEST: &str = "manifest.json";

/// A folder of runtimes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Which engine the compiled files fit. Where it is another, the snapshots are compiled when the folder is opened.
    pub engine: String,
    /// The runtimes.
    pub runtimes: BTreeMap<RuntimeName, RuntimeManifest>,
}

/// One runtime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuntimeManifest {
    /// The way to its guests.
    pub exchange: Exchange,
    /// The interpreter's version, such as `3.13.5`.
    pub version: String,
    /// Stands for all it was made from; the builder leaves alone what has the same.
    pub recipe: String,
    /// The interpreter, started and frozen, as WebAssembly.
    pub snapshot: FileManifest,
    /// The same, compiled.
    pub compiled: FileManifest,
    /// The library that its guests see in `/lib`, a tar archive.
    pub library: Option<FileManifest>,
    /// Fuel of a millisecond of computing on the reference machine.
    pub fuel_per_ms: u64,
}

/// One file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileManifest {
    /// Its name.
    pub file: String,
    /// BLAKE3 of its bytes, in lower-case hexadecimal. Every worker hashes hundreds of megabytes before it works, which takes
    /// SHA-256 seconds where the processor has no instructions for it.
    pub blake3: String,
}

impl RuntimeManifest {
    /// All its files.
    pub fn files(&self) -> impl Iterator<Item = &FileManifest> {
        [Some(&self.snapshot), Some(&self.compiled), self.library.as_ref()].into_iter().flatten()
    }
}

impl FileManifest {
    /// Describes bytes that are about to be written.
    pub fn of(file: impl Into<String>, bytes: &[u8]) -> Self {
        Self { file: file.into(), blake3: blake3(bytes) }
    }
}

/// BLAKE3 in lower-case hexadecimal.
pub fn blake3(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Why the runtimes cannot be used, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A file is not there or cannot be read.
    #[error("{file} cannot be read ({error}); make the runtimes with `cargo xtask runtimes`")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        error: std::io::Error,
    },
    /// The manifest is not one.
    #[error("{file} is not a manifest of runtimes ({error}); make them again with `cargo xtask runtimes`")]
    Manifest {
        /// The file.
        file: String,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// The manifest has not every runtime.
    #[error("{folder} has no runtime {name}; make the runtimes again with `cargo xtask runtimes`")]
    Missing {
        /// The folder.
        folder: String,
        /// The runtime.
        name: RuntimeName,
    },
    /// The bytes are not those that were built.
    #[error(
        "{file} is damaged (its BLAKE3 is not the one in {MANIFEST}); delete it and make the runtimes again with `cargo xtask runtimes`"
    )]
    Damaged {
        /// The file.
        file: String,
    },
    /// No thread could be started to open them on.
    #[error("the system gives no thread to open the runtimes on: {0}")]
    Thread(std::io::Error),
    /// The engine refuses it.
    #[error("{what} cannot be loaded ({error}); make the runtimes again with `cargo xtask runtimes`")]
    Unusable {
        /// A file, or the engine itself.
        what: String,
        /// What the engine said.
        error: wasmtime::Error,
    },
}

impl Manifest {
    /// Reads a folder's manifest.
    ///
    /// # Errors
    /// It is missing or is none.
    pub fn read(folder: &Path) -> Result<Self, OpenError> {
        let path = folder.join(MANIFEST);
        let file = path.display().to_string();
        let bytes = std::fs::read(&path).map_err(|error| OpenError::Unreadable { file: file.clone(), error })?;
        serde_json::from_slice(&bytes).map_err(|error| OpenError::Manifest { file, error })
    }
}

impl FileManifest {
    /// Makes sure that the file is there: one that is only read in an emergency must not be missed only then.
    ///
    /// # Errors
    /// It is missing.
    pub fn find(&self, folder: &Path) -> Result<(), OpenError> {
        let path = folder.join(&self.file);
        let unreadable = |error| OpenError::Unreadable { file: path.display().to_string(), error };
        std::fs::metadata(&path).map(drop).map_err(unreadable)
    }

    /// Reads the file and verifies it.
    ///
    /// # Errors
    /// It is missing or damaged.
    pub fn read(&self, folder: &Path) -> Result<Vec<u8>, OpenError> {
        let path = folder.join(&self.file);
        let file = path.display().to_string();
        let bytes = std::fs::read(&path).map_err(|error| OpenError::Unreadable { file: file.clone(), error })?;
        if blake3(&bytes) == self.blake3 { Ok(bytes) } else { Err(OpenError::Damaged { file }) }
    }
}
