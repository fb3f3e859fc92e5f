//! What is wrong with the content: every problem found, each with its file and line.

use std::{
    fmt,
    path::{Path, PathBuf},
};

/// One thing an author has to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub struct ContentError {
    /// The file, relative to the root of the content.
    pub file: PathBuf,
    /// The line, from 1; none where the whole file (or its absence) is the problem.
    pub line: Option<usize>,
    /// What is wrong and, where it helps, what to write instead.
    pub message: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file.display(), self.message),
            None => write!(f, "{}: {}", self.file.display(), self.message),
        }
    }
}

/// Collects problems, so that an author sees all of them at once and not one after the other.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<ContentError>);

impl Problems {
    /// A problem at a line.
    pub(crate) fn at(&mut self, file: &Path, line: usize, message: impl Into<String>) {
        self.0.push(ContentError { file: file.to_owned(), line: Some(line), message: message.into() });
    }

    /// A problem of a whole file or folder.
    pub(crate) fn whole(&mut self, file: &Path, message: impl Into<String>) {
        self.0.push(ContentError { file: file.to_owned(), line: None, message: message.into() });
    }

    /// How many were found so far.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them, by file and line.
    pub(crate) fn into_sorted(mut self) -> Vec<ContentError> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
