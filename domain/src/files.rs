//! The files of a submission, as a learner uploads them.

use serde::{Deserialize, Serialize};

/// The most a single file may hold.
pub const MAX_FILE_BYTES: usize = 64 * 1024;
/// The most files one submission may have.
pub const MAX_FILES: usize = 10;

/// A text file by its base name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceFile {
    /// Base name, such as `main.py`.
    pub name: String,
    /// The text.
    pub content: String,
}

/// Why files cannot be taken. Each message is for the learner.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// No file at all.
    #[error("there is no code in this submission")]
    Missing,
    /// More than [`MAX_FILES`].
    #[error("{0} files are too many; at most {MAX_FILES} can be sent")]
    TooMany(usize),
    /// More than [`MAX_FILE_BYTES`].
    #[error("`{name}` has {bytes} bytes; at most {MAX_FILE_BYTES} (64 KiB) can be sent")]
    TooLong {
        /// The file.
        name: String,
        /// Its length.
        bytes: usize,
    },
    /// A NUL byte: no source text has one.
    #[error("`{0}` holds binary data; only text can be run")]
    Binary(String),
    /// Not a base name.
    #[error("`{0}` is not a file name we can use; letters, digits, `_`, `-` and `.` are")]
    Name(String),
    /// Two files of one name.
    #[error("`{0}` is there twice")]
    Twice(String),
}

/// Checks number, names, lengths and content of files that came from outside.
///
/// # Errors
/// The first thing that is wrong, in words for the learner.
pub fn check_files(files: &[SourceFile]) -> Result<(), FileError> {
    if files.is_empty() {
        return Err(FileError::Missing);
    }
    if files.len() > MAX_FILES {
        return Err(FileError::TooMany(files.len()));
    }
    for (index, file) in files.iter().enumerate() {
        let name = file.name.as_str();
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
        if name.is_empty() || name.len() > 64 || name.starts_with('.') || !plain {
            return Err(FileError::Name(name.chars().take(64).collect()));
        }
        if files[..index].iter().any(|other| other.name == name) {
            return Err(FileError::Twice(name.to_owned()));
        }
        if file.content.len() > MAX_FILE_BYTES {
            return Err(FileError::TooLong { name: name.to_owned(), bytes: file.content.len() });
        }
        if file.content.contains('\0') {
            return Err(FileError::Binary(name.to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, content: &str) -> SourceFile {
        SourceFile { name: name.to_owned(), content: content.to_owned() }
    }

    #[test]
    fn the_longest_file_passes_and_one_byte_more_does_not() {
        assert_eq!(check_files(&[file("main.py", &"x".repeat(MAX_FILE_BYTES))]), Ok(()));
        assert!(matches!(
            check_files(&[file("main.py", &"x".repeat(MAX_FILE_BYTES + 1))]),
            Err(FileError::TooLong { .. })
        ));
    }

    #[test]
    fn ten_files_pass_and_eleven_do_not() {
        let files: Vec<_> = (0..11).map(|n| file(&format!("f{n}.py"), "")).collect();
        assert_eq!(check_files(&files[..10]), Ok(()));
        assert_eq!(check_files(&files), Err(FileError::TooMany(11)));
    }

    #[test]
    fn a_path_a_hidden_file_and_a_double_are_refused() {
        for name in ["../main.py", "a/b.py", ".bashrc", "", "naïve.py", "a b.py"] {
            assert!(matches!(check_files(&[file(name, "")]), Err(FileError::Name(_))), "{name}");
        }
        assert_eq!(check_files(&[file("a.py", ""), file("a.py", "")]), Err(FileError::Twice("a.py".into())));
    }

    #[test]
    fn binary_bytes_are_refused() {
        assert_eq!(check_files(&[file("main.py", "a\0b")]), Err(FileError::Binary("main.py".into())));
    }
}
