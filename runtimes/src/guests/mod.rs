//! What each interpreter is made of, one file each.

mod crypto;
mod javascript;
mod php;
mod python;
mod ruby;
mod sqlite;
mod typescript;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use domain::{Language, Library, RuntimeName, SourceFile};
use sandbox::Exchange;

use crate::recipe::{HERE, Inputs, Sources, names_in, step};

/// An interpreter as WebAssembly that has not been started yet.
pub struct Guest {
    /// Which one, with which libraries.
    pub name: RuntimeName,
    /// As people write it.
    pub version: String,
    /// How it is asked.
    pub exchange: Exchange,
    /// The module.
    pub module: Vec<u8>,
    /// What is in `/code` while it starts.
    pub bootstrap: Vec<SourceFile>,
    /// What its guests see in `/lib`, a tar archive.
    pub library: Option<Vec<u8>>,
    /// Fuel of a millisecond of computing.
    pub fuel_per_ms: u64,
}

/// What every recipe is given.
pub struct Kitchen<'a> {
    /// Where all of it happens.
    pub work: &'a Path,
    /// The compiler for WebAssembly with the C library.
    pub tools: PathBuf,
    /// What that was made from.
    pub tools_inputs: Inputs,
    /// C sources that Cargo.lock pins.
    pub sources: Sources,
    /// A Rust compiler that knows wasm32-unknown-unknown.
    pub wasm_rustc: PathBuf,
}

impl Kitchen<'_> {
    /// Runs a recipe unless it was run before.
    fn step(&self, name: &str, inputs: &Inputs, arguments: &[&Path]) -> anyhow::Result<PathBuf> {
        step(self.work, name, &format!("{name}.sh"), inputs, arguments)
    }
}

/// Makes every guest.
pub fn all(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let makers = [python::guests, javascript::guests, typescript::guests, sqlite::guests, ruby::guests, php::guests];
    let mut guests = Vec::new();
    for make in makers {
        guests.extend(make(kitchen)?);
    }
    Ok(guests)
}

/// Scripts of this crate that run before the snapshot: all of a folder that end like this.
fn scripts_in(folder: &str, ending: &str) -> anyhow::Result<Vec<SourceFile>> {
    names_in(folder, &[ending])?.iter().map(|path| script(Path::new(HERE).join(path), None)).collect()
}

/// A script, under another name where one is given.
fn script(path: PathBuf, name: Option<String>) -> anyhow::Result<SourceFile> {
    let content = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let own = || path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(SourceFile { name: name.unwrap_or_else(own), content })
}

/// The runtimes of an interpreter: without libraries, and one for each library that is for it.
fn library_sets(language: Language) -> impl Iterator<Item = (RuntimeName, Option<Library>)> {
    let libraries = Library::ALL.into_iter().filter(move |library| library.language() == language).map(Some);
    [None].into_iter().chain(libraries).map(move |library| (RuntimeName::new(language, library.as_slice()), library))
}

/// The value of `#define NAME value` in a C header, without quotes.
fn version_in(header: &Path, name: &str) -> anyhow::Result<String> {
    let text = fs::read_to_string(header).with_context(|| format!("{} cannot be read", header.display()))?;
    define(&text, name).with_context(|| format!("{} defines no {name}", header.display()))
}

fn define(header: &str, name: &str) -> Option<String> {
    header.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        (words.next() == Some("#define") && words.next() == Some(name))
            .then(|| words.next())?
            .map(|value| value.trim_matches('"').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_its_header() {
        let header = "/* Version */\n#define PY_VERSION_HEX 1\n#define PY_VERSION              \"3.13.5\"\n";
        assert_eq!(define(header, "PY_VERSION").unwrap(), "3.13.5");
        assert_eq!(define(header, "PY_MAJOR"), None);
    }
}
