//! The crate as a whole, over small trees of content.

mod hostile;
mod kinds;
mod lookups;
mod projects;
mod refusals;
mod rendering;

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::Catalogue;

/// A copy of the fixture, to be spoilt.
pub(crate) struct Tree(TempDir);

impl Tree {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture(), folder.path());
        Self(folder)
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    /// Writes a file, with its folders.
    pub(crate) fn write(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Removes a file or a folder.
    pub(crate) fn remove(self, file: &str) -> Self {
        let path = self.path(file);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        self
    }

    /// Writes something else in one place of a file.
    pub(crate) fn replace(self, file: &str, find: &str, replace: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(find), "{file} has no {find:?}");
        let text = text.replacen(find, replace, 1);
        self.write(file, text)
    }

    /// Adds to the end of a file.
    pub(crate) fn append(self, file: &str, more: &str) -> Self {
        let text = fs::read_to_string(self.path(file)).unwrap() + more;
        self.write(file, text)
    }

    pub(crate) fn load(&self) -> Result<Catalogue, String> {
        Catalogue::load(self.0.path()).map_err(|errors| {
            let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
            lines.join("\n")
        })
    }
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap();
        }
    }
}

pub(crate) const LESSON: &str = "lessons/01-http/01-methods.md";
