//! What exercises, projects and their stages are read with: texts, code, datasets, languages.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use domain::{Hint, Language, Library, Limits, Question, SourceFile, check_files};

use super::super::{FoundLink, Known, folder, road::found};
use crate::{
    error::Problems,
    markdown::{self, Rules},
    text::{Passage, Spanned, TextFile, is_kebab},
};

/// An author's script, for what data cannot say.
pub(super) const CHECK: &str = "check.py";
/// Where the databases of an exercise lie.
pub(super) const DATASETS: &str = "datasets";

/// Reads the files of one folder.
pub(super) struct Reader<'a> {
    pub(super) root: &'a Path,
    pub(super) folder: &'a Path,
    pub(super) links: Vec<FoundLink>,
    /// The diagrams that its texts show.
    drawings: BTreeSet<PathBuf>,
    pub(super) known: &'a mut Known,
    pub(super) problems: &'a mut Problems,
}

/// What may lie in a folder besides diagrams.
pub(super) struct Contents<'a> {
    /// What the folder is, for whoever put something else there.
    pub(super) what: &'a str,
    /// Where its languages are declared.
    pub(super) declared_in: &'a str,
    /// The files that it has.
    pub(super) files: &'a [&'a str],
    /// Files and folders that it may have.
    pub(super) more: &'a [&'a str],
    /// Each has a folder.
    pub(super) languages: &'a [Language],
}

/// What can be said of languages by those who know how their exercise is judged.
pub(super) struct Solvable<'a> {
    /// Whether it can be solved in one.
    pub(super) is_in: &'a dyn Fn(Language) -> bool,
    /// Those that are meant where none is named; none where that is a mistake.
    pub(super) unless_named: Option<Vec<Language>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Path, folder: &'a Path, known: &'a mut Known, problems: &'a mut Problems) -> Self {
        Self { root, folder, links: Vec::new(), drawings: BTreeSet::new(), known, problems }
    }

    pub(super) fn file(&mut self, name: &str) -> Option<TextFile> {
        TextFile::read(self.root, self.folder.join(name), self.problems)
    }

    fn render(&mut self, passage: Passage<'_>, first_level: usize, prefix: &str) -> String {
        let rules = Rules { lesson: false, first_level, prefix, root: self.root, folder: self.folder };
        let rendered = markdown::render(passage, rules, self.problems);
        if rendered.blocks.is_empty() {
            self.problems.at(passage.file, passage.first_line, "there is no text here");
        }
        self.links.extend(found(passage.file, &rendered));
        self.drawings.extend(rendered.diagrams.iter().cloned());
        rendered.html()
    }

    /// A file of markdown as HTML.
    pub(super) fn page(&mut self, name: &str, prefix: &str) -> String {
        self.file(name).map(|file| self.render(file.passage(), 2, prefix)).unwrap_or_default()
    }

    pub(super) fn hints(&mut self) -> Vec<Hint> {
        let Some(file) = self.file("hints.md") else { return Vec::new() };
        let sections = markdown::sections(file.passage(), self.problems);
        if sections.is_empty() {
            self.problems.at(&file.file, 1, "there is no hint here; each begins with `## Its title`");
        }
        let mut hints = Vec::new();
        for (index, (title, passage)) in sections.into_iter().enumerate() {
            let html = self.render(passage, 3, &format!("hint-{}-", index + 1));
            hints.push(Hint { title, html });
        }
        hints
    }

    /// The questions of a quiz.
    pub(super) fn questions(&mut self) -> Vec<Question> {
        let Some(file) = self.file("questions.toml") else { return Vec::new() };
        let rules = Rules { lesson: false, first_level: 2, prefix: "", root: self.root, folder: self.folder };
        markdown::questions(file.passage(), rules, self.problems)
    }

    /// The author's script, if there is one.
    pub(super) fn check(&mut self) -> Option<SourceFile> {
        let is_there = self.root.join(self.folder).join(CHECK).is_file();
        let file = if is_there { self.file(CHECK) } else { None };
        file.map(|file| SourceFile { name: CHECK.to_owned(), content: file.text })
    }

    /// The databases by name. One alone would take a query that only fits its rows.
    pub(super) fn datasets(&mut self, is_sql: bool) -> BTreeMap<String, String> {
        let folder = self.folder.join(DATASETS);
        if !is_sql || !self.root.join(&folder).is_dir() {
            return BTreeMap::new();
        }
        let mut datasets = BTreeMap::new();
        for entry in folder::entries(self.root, &folder, self.problems) {
            let path = folder.join(&entry.name);
            match entry.name.strip_suffix(".sql").filter(|name| !entry.is_folder && is_kebab(name)) {
                Some(name) => {
                    let file = TextFile::read(self.root, path, self.problems);
                    datasets.extend(file.map(|file| (name.to_owned(), file.text)));
                }
                None => self.problems.whole(&path, "a dataset is a file of SQL, named in kebab-case"),
            }
        }
        if datasets.len() < 2 {
            self.problems.whole(&folder, "at least two datasets are needed, so that no answer fits by luck");
        }
        datasets
    }

    /// The languages in the order in which pages list them.
    pub(super) fn languages(
        &mut self,
        passage: Passage<'_>,
        solvable: &Solvable<'_>,
        declared: Option<&Spanned<Vec<Spanned<Language>>>>,
        id: &Spanned<String>,
    ) -> Vec<Language> {
        let Some(declared) = declared else {
            if solvable.unless_named.is_none() {
                self.problems.at(passage.file, passage.line_of(id), "`languages` is missing");
            }
            return solvable.unless_named.clone().unwrap_or_default();
        };
        if let Some(language) = declared.get_ref().iter().find(|language| !(solvable.is_in)(*language.get_ref())) {
            let message = format!("`{}` does not fit this kind of exercise", language.get_ref());
            self.problems.at(passage.file, passage.line_of(language), message);
        }
        let mut languages = BTreeSet::new();
        for language in declared.get_ref() {
            if !languages.insert(*language.get_ref()) {
                let message = format!("`{}` is there twice", language.get_ref());
                self.problems.at(passage.file, passage.line_of(language), message);
            }
        }
        if languages.is_empty() {
            self.problems.at(passage.file, passage.line_of(declared), "`languages` names no language");
        }
        languages.into_iter().collect()
    }

    /// The libraries: at most one for each interpreter, and none that no language of the exercise could import.
    pub(super) fn libraries(
        &mut self,
        passage: Passage<'_>,
        declared: &[Spanned<Library>],
        languages: &[Language],
    ) -> Vec<Library> {
        let mut libraries: Vec<Library> = Vec::new();
        for library in declared {
            let line = passage.line_of(library);
            let interpreter = library.get_ref().language();
            if let Some(other) = libraries.iter().find(|other| other.language() == interpreter) {
                let message =
                    format!("`{}` and `{other}` are both for {}; take one", library.get_ref(), interpreter.label());
                self.problems.at(passage.file, line, message);
            } else if languages.iter().all(|language| language.interpreted_as() != interpreter) {
                let message =
                    format!("`{}` is for {}, which is not among the languages", library.get_ref(), interpreter.label());
                self.problems.at(passage.file, line, message);
            } else {
                libraries.push(*library.get_ref());
            }
        }
        libraries
    }

    /// What lies in the folder and belongs to nothing: most often a name with a slip in it.
    pub(super) fn strangers(&mut self, contents: &Contents<'_>) {
        let Contents { what, declared_in, files, more, languages } = *contents;
        for entry in folder::entries(self.root, self.folder, self.problems) {
            let path = self.folder.join(&entry.name);
            if more.contains(&entry.name.as_str()) {
                continue;
            }
            if entry.is_folder && !languages.iter().any(|language| language.as_str() == entry.name) {
                self.problems.whole(&path, format!("{declared_in} does not declare a language of this name"));
            } else if entry.name.ends_with(".svg") && !entry.is_folder {
                if !self.drawings.contains(&path) {
                    self.problems.whole(&path, "no text of this exercise shows this diagram");
                }
            } else if !entry.is_folder && !files.contains(&entry.name.as_str()) {
                self.problems.whole(&path, format!("{what} has {}, diagrams and languages", files.join(", ")));
            }
        }
    }

    /// A file of code under the name it has in the guest.
    pub(super) fn code(&mut self, folder: &Path, name: &str, language: Language) -> (Option<SourceFile>, PathBuf) {
        let path = folder.join(format!("{name}.{}", language.extension()));
        let file = TextFile::read(self.root, path.clone(), self.problems);
        let source = file.map(|file| SourceFile { name: language.main_file().to_owned(), content: file.text });
        if let Some(source) = &source
            && let Err(error) = check_files(std::slice::from_ref(source))
        {
            self.problems.whole(&path, error.to_string());
        }
        (source, path)
    }

    /// What lies among the code and belongs to nothing.
    pub(super) fn strange_code(&mut self, folder: &Path, expected: &BTreeSet<PathBuf>) {
        for entry in folder::entries(self.root, folder, self.problems) {
            let path = folder.join(&entry.name);
            if entry.is_folder && (entry.name == "mutants" || entry.name == "bugs") {
                self.strange_code(&path, expected);
            } else if entry.is_folder || !expected.contains(&path) {
                self.problems.whole(&path, "this is neither starter, solution nor mutant");
            }
        }
    }
}

/// The limits, or the usual ones; each within its bounds.
pub(super) fn limits(passage: Passage<'_>, limits: Option<&Spanned<Limits>>, problems: &mut Problems) -> Limits {
    let Some(limits) = limits else { return Limits::default() };
    let line = passage.line_of(limits);
    let Limits { time_ms, memory_mb, output_kb, virtual_seconds } = *limits.get_ref();
    for (field, value, bounds) in [
        ("time_ms", time_ms, 1..=60_000),
        ("memory_mb", memory_mb, 32..=512),
        ("output_kb", output_kb, 1..=1024),
        ("virtual_seconds", virtual_seconds, 1..=3600),
    ] {
        if !bounds.contains(&value) {
            let message = format!("`{field}` is from {} to {}, not {value}", bounds.start(), bounds.end());
            problems.at(passage.file, line, message);
        }
    }
    *limits.get_ref()
}
