//! New lessons and exercises to begin from: small, whole and true, so that an author changes what works.

mod exercise;
mod lesson;
mod template;

use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::{ExerciseKind, Language};

use crate::{
    load::numbered,
    text::{is_kebab, not_kebab},
};

pub use exercise::exercise;
pub use lesson::lesson;

/// Files that are not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scaffold {
    /// What each holds, by its path relative to the root of the content.
    pub files: BTreeMap<PathBuf, String>,
    /// What the author has to do by hand, a sentence each.
    pub next: Vec<String>,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum ScaffoldError {
    /// A name that cannot stand in an address.
    #[error("{0}")]
    Name(String),
    /// There is no such module, and these are there.
    #[error("there is no module `{module}` in lessons/; {choose}", choose = choose(.there))]
    NoModule {
        /// What was asked for.
        module: String,
        /// The slugs.
        there: Vec<String>,
    },
    /// It would stand where something stands already.
    #[error("{path} is there already")]
    Taken {
        /// The file or folder.
        path: PathBuf,
    },
    /// Two digits do not count further.
    #[error("the module `{0}` has a lesson 99 already")]
    Full(String),
    /// The kind is not solved in this language.
    #[error("an exercise of the kind `{kind}` is not solved in {language}; {allowed}")]
    Language {
        /// The kind.
        kind: ExerciseKind,
        /// What was asked for.
        language: Language,
        /// What would fit.
        allowed: String,
    },
    /// The disk refused.
    #[error("{path}: {source}", path = path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

fn choose(modules: &[String]) -> String {
    if modules.is_empty() { "there is none at all".to_owned() } else { format!("choose {}", modules.join(", ")) }
}

impl Scaffold {
    /// Writes every file. Nothing that is there is overwritten.
    ///
    /// # Errors
    /// The first file that could not be written; those before it stay.
    pub fn write(&self, root: &Path) -> Result<(), ScaffoldError> {
        for (file, content) in &self.files {
            let path = root.join(file);
            let written = path
                .parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| OpenOptions::new().write(true).create_new(true).open(&path))
                .and_then(|mut opened| opened.write_all(content.as_bytes()));
            written.map_err(|source| match source.kind() {
                io::ErrorKind::AlreadyExists => ScaffoldError::Taken { path: file.clone() },
                _ => ScaffoldError::Disk { path: file.clone(), source },
            })?;
        }
        Ok(())
    }
}

/// The folder of a module, relative to the root of the content, after a look at both names.
fn module_folder(root: &Path, module: &str, slug: &str) -> Result<PathBuf, ScaffoldError> {
    if let Some(wrong) = [module, slug].into_iter().find(|name| !is_kebab(name)) {
        return Err(ScaffoldError::Name(not_kebab(wrong)));
    }
    let lessons = Path::new("lessons");
    let names = names(root, lessons)?;
    let folder = |name: &&String| numbered(name).is_some_and(|(_, slug)| slug == module);
    match names.iter().find(folder) {
        Some(name) => Ok(lessons.join(name)),
        None => {
            let there = names.iter().filter_map(|name| numbered(name)).map(|(_, slug)| slug.to_owned()).collect();
            Err(ScaffoldError::NoModule { module: module.to_owned(), there })
        }
    }
}

/// The names in a folder, in order.
fn names(root: &Path, folder: &Path) -> Result<Vec<String>, ScaffoldError> {
    let disk = |source| ScaffoldError::Disk { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(root.join(folder)).map_err(disk)? {
        names.extend(entry.map_err(disk)?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

/// `pick-a-method` as the title "Pick a method".
fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
