//! From files to a catalogue: read everything, then check what refers to what, then put it together.
//!
//! No step stops at the first problem. A part that cannot be read is left out, and nothing else is blamed for its absence.

mod exercise;
mod folder;
mod mutants;
mod references;
mod road;
mod schema;
mod suite;
mod values;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use schemars::JsonSchema;
use serde::{Deserialize, de::DeserializeOwned};

pub(crate) use folder::numbered;
pub use schema::schemas;

use crate::{
    Catalogue, Concept, ContentError, Source,
    error::Problems,
    markdown::PageLink,
    text::{Passage, Spanned, TextFile, is_kebab, not_kebab},
};

/// What is there, whether or not it could be read; and who has which identifier.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Slugs.
    modules: BTreeSet<String>,
    /// The anchors of each lesson, by `module/slug`; none where it could not be read.
    lessons: BTreeMap<String, Option<Vec<String>>>,
    /// `module/slug`.
    exercises: BTreeSet<String>,
    /// Where each identifier stands.
    ids: BTreeMap<String, String>,
    /// Something could not be read, so that what it introduces or leads to is not known.
    incomplete: bool,
}

/// A name that stands in a file and refers to something, with its line.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    name: String,
    line: usize,
}

/// A link in a file, to be looked up.
#[derive(Clone, Debug)]
pub(crate) struct FoundLink {
    file: PathBuf,
    link: PageLink,
}

impl Catalogue {
    /// Reads and checks `lessons/` and `exercises/` below `root`.
    ///
    /// # Errors
    /// Everything that is wrong, by file and line.
    pub fn load(root: &Path) -> Result<Self, Vec<ContentError>> {
        let mut problems = Problems::default();
        let mut known = Known::default();
        let concepts = concepts(root, &mut problems);
        let bibliography = bibliography(root, &mut problems);
        let modules = road::read(root, bibliography.as_ref(), &mut known, &mut problems);
        let exercises = exercise::read_all(root, &mut known, &mut problems);
        references::check(&modules, &exercises, concepts.as_ref(), &known, &mut problems);
        if problems.count() > 0 {
            return Err(problems.into_sorted());
        }
        let (modules, exercises, stages) = references::join(modules, exercises);
        Ok(Self::new(modules, exercises, stages, concepts.unwrap_or_default()))
    }
}

/// An entry of `lessons/concepts.toml`: `[concept-id]`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ConceptEntry {
    /// What it is called.
    name: Spanned<String>,
    /// One sentence.
    summary: Spanned<String>,
}

fn concepts(root: &Path, problems: &mut Problems) -> Option<BTreeMap<String, Concept>> {
    entries(root, "concepts.toml", problems, |passage, id, entry: &ConceptEntry, problems| Concept {
        id: id.to_owned(),
        name: words::line(passage, &entry.name, "name", problems),
        summary: words::line(passage, &entry.summary, "summary", problems),
    })
}

/// An entry of `lessons/bibliography.toml`: `[source-id]`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    /// How it is called.
    title: Spanned<String>,
    /// Where it can be read, if it can be read freely.
    url: Option<Spanned<String>>,
}

fn bibliography(root: &Path, problems: &mut Problems) -> Option<BTreeMap<String, Source>> {
    entries(root, "bibliography.toml", problems, |passage, id, entry: &SourceEntry, problems| Source {
        id: id.to_owned(),
        title: words::line(passage, &entry.title, "title", problems),
        url: entry.url.as_ref().map(|url| words::url(passage, url, problems)),
    })
}

/// Reads a file of tables, each of which has an identifier of ours as its name; nothing where it cannot be read.
fn entries<E: DeserializeOwned, M>(
    root: &Path,
    name: &str,
    problems: &mut Problems,
    make: impl Fn(Passage<'_>, &str, &E, &mut Problems) -> M,
) -> Option<BTreeMap<String, M>> {
    let file = TextFile::read(root, Path::new("lessons").join(name), problems)?;
    let passage = file.passage();
    let read: BTreeMap<Spanned<String>, E> = passage.toml(problems)?;
    let mut made = BTreeMap::new();
    for (id, entry) in read {
        if !is_kebab(id.get_ref()) {
            problems.at(&file.file, passage.line_of(&id), not_kebab(id.get_ref()));
        }
        made.insert(id.get_ref().clone(), make(passage, id.get_ref(), &entry, problems));
    }
    Some(made)
}
