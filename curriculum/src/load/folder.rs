//! What lies in a folder.

use std::{fs, path::Path};

use crate::error::Problems;

/// A file or a folder.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its name.
    pub(super) name: String,
    /// Whether it is a folder.
    pub(super) is_folder: bool,
}

/// Everything in a folder by name, except what editors and file managers leave behind.
pub(super) fn entries(root: &Path, folder: &Path, problems: &mut Problems) -> Vec<Entry> {
    let read = match fs::read_dir(root.join(folder)) {
        Ok(read) => read,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            problems.whole(folder, "this folder is missing");
            return Vec::new();
        }
        Err(error) => {
            problems.whole(folder, format!("cannot be read: {error}"));
            return Vec::new();
        }
    };
    let mut entries = Vec::new();
    for entry in read {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                problems.whole(folder, format!("cannot be read: {error}"));
                continue;
            }
        };
        match entry.file_name().into_string() {
            Ok(name) if name.starts_with('.') || name.ends_with('~') => {}
            Ok(name) => entries.push(Entry { name, is_folder: entry.path().is_dir() }),
            Err(name) => problems.whole(&folder.join(name), "this name is not UTF-8 text"),
        }
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

/// The number and the slug of `NN-slug`.
pub(crate) fn numbered(name: &str) -> Option<(u32, &str)> {
    let (number, slug) = name.split_once('-')?;
    let two_digits = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    (two_digits && crate::text::is_kebab(slug)).then_some(())?;
    Some((number.parse().ok().filter(|&number| number > 0)?, slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_name_has_two_digits_and_a_slug() {
        assert_eq!(numbered("09-apis"), Some((9, "apis")));
        for name in ["9-apis", "009-apis", "00-apis", "09-", "09", "apis", "09-Apis", "09_apis", "+9-a"] {
            assert_eq!(numbered(name), None, "{name}");
        }
    }
}
