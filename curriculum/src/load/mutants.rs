//! `mutants.toml` and `bugs.toml`: known wrong variants of a file, as edits of the right one.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use domain::SourceFile;
use schemars::JsonSchema;
use serde::Deserialize;

use super::words;
use crate::{
    Mutant,
    error::Problems,
    text::{Passage, Spanned, TextFile},
};

/// `mutants.toml`, `bugs.toml`
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MutantsFile {
    /// In any order.
    #[serde(default, alias = "bug")]
    mutant: Vec<MutantEntry>,
}

/// What the variants are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Wrong solutions, which the tests must catch.
    Mutants,
    /// Wrong implementations, which learners' own tests must catch.
    Bugs,
}

impl Purpose {
    /// The name of the file, and of the folder beside it where whole variants lie.
    fn name(self) -> &'static str {
        match self {
            Self::Mutants => "mutants",
            Self::Bugs => "bugs",
        }
    }
}

/// `[[mutant]]`, `[[bug]]`: one edit, several edits, or a whole file where the structure differs.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MutantEntry {
    /// What is wrong with it.
    name: Spanned<String>,
    /// What to look for in the solution.
    find: Option<String>,
    /// What to write instead.
    replace: Option<String>,
    /// Whether every place is meant, and not just one.
    #[serde(default)]
    all: bool,
    /// Edits made one after the other.
    edits: Option<Vec<EditEntry>>,
    /// A file in the folder of the same name.
    file: Option<Spanned<String>>,
}

/// One of several edits.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EditEntry {
    /// What to look for.
    find: String,
    /// What to write instead.
    replace: String,
    /// Whether every place is meant, and not just one.
    #[serde(default)]
    all: bool,
}

/// Reads the variants of one language; `folder` is the language's, `solution` what they are edits of.
pub(super) fn read(
    root: &Path,
    folder: &Path,
    solution: &SourceFile,
    purpose: Purpose,
    problems: &mut Problems,
) -> Option<(Vec<Mutant>, BTreeSet<PathBuf>)> {
    let file = TextFile::read(root, folder.join(purpose.name()).with_extension("toml"), problems)?;
    let passage = file.passage();
    let read: MutantsFile = passage.toml(problems)?;
    match purpose {
        Purpose::Mutants if read.mutant.len() < 2 => {
            problems.at(&file.file, 1, "at least two mutants are needed, to show that the tests catch what is wrong");
        }
        Purpose::Bugs if read.mutant.is_empty() => problems.at(&file.file, 1, "there is no bug here to be caught"),
        _ => {}
    }
    let mut mutants: Vec<Mutant> = Vec::new();
    let mut files = BTreeSet::from([file.file.clone()]);
    let whole = folder.join(purpose.name());
    for entry in &read.mutant {
        let line = passage.line_of(&entry.name);
        let name = words::line(passage, &entry.name, "name", problems);
        let content = match content(root, &whole, passage, entry, &solution.content, &mut files, problems) {
            Ok(Some(content)) => content,
            Ok(None) => continue,
            Err(message) => {
                problems.at(&file.file, line, message);
                continue;
            }
        };
        if content == solution.content {
            problems.at(&file.file, line, "this is the right code itself");
        }
        for other in &mutants {
            if other.name == name {
                problems.at(&file.file, line, "two have this name");
            }
            if other.files.iter().any(|file| file.content == content) {
                problems.at(&file.file, line, format!("this is the same as `{}`", other.name));
            }
        }
        mutants.push(Mutant { name, files: vec![SourceFile { name: solution.name.clone(), content }] });
    }
    Some((mutants, files))
}

/// The code of a mutant; nothing where its file is missing, which is reported already.
fn content(
    root: &Path,
    folder: &Path,
    passage: Passage<'_>,
    entry: &MutantEntry,
    solution: &str,
    files: &mut BTreeSet<PathBuf>,
    problems: &mut Problems,
) -> Result<Option<String>, String> {
    match entry {
        MutantEntry { find: Some(find), replace: Some(replace), all, edits: None, file: None, .. } => {
            edit(solution, find, replace, *all).map(Some)
        }
        MutantEntry { find: None, replace: None, all: false, edits: Some(edits), file: None, .. }
            if !edits.is_empty() =>
        {
            let first = Ok(solution.to_owned());
            edits.iter().fold(first, |code, entry| edit(&code?, &entry.find, &entry.replace, entry.all)).map(Some)
        }
        MutantEntry { find: None, replace: None, all: false, edits: None, file: Some(name), .. } => {
            if name.get_ref().contains(['/', '\\']) || name.get_ref().starts_with('.') {
                problems.at(
                    passage.file,
                    passage.line_of(name),
                    "`file` is the name of a file in the folder beside this one",
                );
                return Ok(None);
            }
            let path = folder.join(name.get_ref());
            files.insert(path.clone());
            if !root.join(&path).is_file() {
                let message = format!("there is no file `{}`", path.display());
                problems.at(passage.file, passage.line_of(name), message);
                return Ok(None);
            }
            Ok(TextFile::read(root, path, problems).map(|file| file.text))
        }
        _ => Err("each has either `find` and `replace` (and `all`), or `edits`, or `file`".to_owned()),
    }
}

fn edit(code: &str, find: &str, replace: &str, all: bool) -> Result<String, String> {
    if find.is_empty() {
        return Err("`find` is empty".to_owned());
    }
    match code.matches(find).count() {
        0 => Err(format!("`{}` is not in the right code", excerpt(find))),
        1 => Ok(code.replacen(find, replace, 1)),
        _ if all => Ok(code.replace(find, replace)),
        count => Err(format!(
            "`{}` is in the right code {count} times; write more of what is around it, or `all = true`",
            excerpt(find)
        )),
    }
}

/// The first line, for a message of one line.
fn excerpt(text: &str) -> String {
    let first = text.trim().lines().next().unwrap_or_default();
    if first == text { first.to_owned() } else { format!("{first} …") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_applies_once_or_everywhere_if_it_says_so() {
        assert_eq!(edit("a b a", "b", "c", false), Ok("a c a".into()));
        assert_eq!(edit("a b a", "b", "c", true), Ok("a c a".into()));
        assert_eq!(edit("a b a", "a", "c", true), Ok("c b c".into()));
        assert!(edit("a b a", "a", "c", false).unwrap_err().contains("2 times"));
        assert!(edit("a b a", "x", "c", true).unwrap_err().contains("not in the right code"));
        assert!(edit("a", "", "c", true).unwrap_err().contains("empty"));
    }
}
