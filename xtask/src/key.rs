//! A step is done again only when one of its inputs changed: the key is the hash of all of them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

/// The hash of everything a step reads.
pub struct Key(Sha256);

impl Key {
    /// Begins with the recipe's name, raised by hand when a recipe itself changes.
    pub fn new(recipe: &str) -> Self {
        let mut key = Self(Sha256::new());
        key.text(recipe);
        key
    }

    /// A setting, a version, a script.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes());
        self
    }

    /// A file or every file of a folder: names and contents. `node_modules` is made, not read, and is left out.
    pub fn tree(&mut self, root: &Path) -> Result<&mut Self> {
        for file in files(root)? {
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().into_owned();
            self.text(&name);
            let content = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            self.bytes(&content);
        }
        Ok(self)
    }

    /// The key as text.
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }

    fn bytes(&mut self, bytes: &[u8]) {
        // With its length before it, no two different sequences of inputs make one stream of bytes.
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }
}

/// The SHA-256 of some bytes as text.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The file itself, or the files of a folder and its folders, sorted.
pub fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            for entry in entries {
                let entry = entry?;
                if entry.file_name() != "node_modules" {
                    open.push(entry.path());
                }
            }
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Does the work unless it was done with this key and its outputs are still there.
pub fn unless_done(
    workspace: &Workspace,
    name: &str,
    key: Key,
    outputs: &[&Path],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let key = key.finish();
    let stamp = workspace.made("xtask").join(format!("{name}.key"));
    let same = fs::read_to_string(&stamp).is_ok_and(|last| last == key);
    if same && outputs.iter().all(|output| output.exists()) {
        return Ok(());
    }
    // Whatever stops the work half-way, the next call must not believe that it is done.
    if stamp.exists() {
        fs::remove_file(&stamp).with_context(|| format!("{} cannot be removed", stamp.display()))?;
    }
    work()?;
    write(&stamp, key.as_bytes())
}

/// Writes a file, making its folder first.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed assumption is a failed test")]

    use super::*;

    #[test]
    fn where_one_input_ends_and_the_next_begins_matters() {
        let mut one = Key::new("x");
        one.text("ab").text("c");
        let mut other = Key::new("x");
        other.text("a").text("bc");
        assert_ne!(one.finish(), other.finish());
    }

    #[test]
    fn a_tree_changes_with_names_and_contents_but_not_with_node_modules() {
        let folder = std::env::temp_dir().join(format!("xtask-key-{}", std::process::id()));
        let key = || {
            let mut key = Key::new("x");
            key.tree(&folder).unwrap();
            key.finish()
        };
        write(&folder.join("a/one"), b"1").unwrap();
        let first = key();
        write(&folder.join("node_modules/left/pad.js"), b"!").unwrap();
        assert_eq!(key(), first);
        write(&folder.join("a/one"), b"2").unwrap();
        assert_ne!(key(), first);
        write(&folder.join("a/one"), b"1").unwrap();
        fs::rename(folder.join("a/one"), folder.join("a/two")).unwrap();
        assert_ne!(key(), first);
        fs::remove_dir_all(&folder).unwrap();
    }
}
