//! One folder, one exercise.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use domain::{
    Assessment, ExerciseId, ExerciseKind, Hint, Language, Library, Limits, Question, Reveal, SourceFile, Suite, Tested,
    check_files,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::{FoundLink, Known, Reference, folder, mutants, road::found, suite, words};
use crate::{
    Exercise, Variant,
    error::Problems,
    markdown::{self, Rules},
    text::{Passage, Spanned, TextFile, is_kebab},
};

/// `exercise.toml`
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExerciseFile {
    /// A UUID that never changes.
    id: Spanned<String>,
    /// The title.
    title: Spanned<String>,
    /// How it is judged.
    kind: ExerciseKind,
    /// 1 to 10.
    difficulty: Spanned<u8>,
    /// Minutes a learner may need.
    minutes: Spanned<u32>,
    /// What a full pass is worth.
    points: Spanned<u32>,
    /// The languages it can be solved in; none for a quiz, SQL for the kind `sql` where it is left out.
    languages: Option<Spanned<Vec<Spanned<Language>>>>,
    /// What learners' own tests import, for the kind `tests`.
    module: Option<Spanned<String>>,
    /// Its functions.
    #[serde(default)]
    functions: Vec<Spanned<String>>,
    /// What can be imported beside the standard libraries.
    #[serde(default)]
    libraries: Vec<Spanned<Library>>,
    /// The concepts it practises.
    #[serde(default)]
    concepts: Vec<Spanned<String>>,
    /// The exercises to be solved before, as `module/slug`.
    #[serde(default)]
    prerequisites: Vec<Spanned<String>>,
    /// What a failed test shows, where the test does not say.
    #[serde(default)]
    reveal: Reveal,
    /// Where the defaults do not fit.
    limits: Option<Spanned<Limits>>,
}

/// An exercise and what is still to be looked up in it.
pub(super) struct ExercisePart {
    /// Without its prerequisites.
    pub(super) exercise: Exercise,
    /// Its `exercise.toml`.
    pub(super) file: PathBuf,
    pub(super) concepts: Vec<Reference>,
    pub(super) prerequisites: Vec<Reference>,
    pub(super) links: Vec<FoundLink>,
}

/// The files of an exercise's folder besides those of its languages.
const FILES: [&str; 5] = ["exercise.toml", "explanation.md", "hints.md", "instructions.md", "tests.toml"];
/// Those of a quiz, which has neither code nor hints.
const QUIZ_FILES: [&str; 3] = ["exercise.toml", "instructions.md", "questions.toml"];
/// An author's script, for what data cannot say.
const CHECK: &str = "check.py";
/// Where the databases of an exercise lie.
const DATASETS: &str = "datasets";

/// Reads every exercise.
pub(super) fn read_all(root: &Path, known: &mut Known, problems: &mut Problems) -> Vec<ExercisePart> {
    let exercises = Path::new("exercises");
    let mut parts = Vec::new();
    if known.modules.is_empty() {
        // Reported already; no folder here could have a module.
        return parts;
    }
    for module in folder::entries(root, exercises, problems) {
        let module_folder = exercises.join(&module.name);
        if !module.is_folder || !known.modules.contains(&module.name) {
            problems.whole(&module_folder, "only folders named as modules lie here");
            continue;
        }
        for entry in folder::entries(root, &module_folder, problems) {
            let folder = module_folder.join(&entry.name);
            if !entry.is_folder || !is_kebab(&entry.name) {
                problems.whole(&folder, "only exercises lie here: folders named in kebab-case");
                continue;
            }
            known.exercises.insert(format!("{}/{}", module.name, entry.name));
            let reader =
                Reader { root, folder: &folder, links: Vec::new(), drawings: BTreeSet::new(), known, problems };
            match reader.exercise(&module.name, &entry.name) {
                Some(part) => parts.push(part),
                None => known.incomplete = true,
            }
        }
    }
    parts
}

/// Reads the files of one exercise.
struct Reader<'a> {
    root: &'a Path,
    folder: &'a Path,
    links: Vec<FoundLink>,
    /// The diagrams that its texts show.
    drawings: BTreeSet<PathBuf>,
    known: &'a mut Known,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn exercise(mut self, module: &str, slug: &str) -> Option<ExercisePart> {
        let instructions_html = self.page("instructions.md", "instructions-");
        let file = self.file("exercise.toml")?;
        let passage = file.passage();
        let read: ExerciseFile = passage.toml(self.problems)?;
        let is_quiz = read.kind == ExerciseKind::Quiz;
        let (explanation_html, hints, tests) = if is_quiz {
            (String::new(), Vec::new(), None)
        } else {
            (self.page("explanation.md", "explanation-"), self.hints(), self.file("tests.toml"))
        };
        let questions = if is_quiz { self.questions() } else { Vec::new() };
        let languages = self.languages(passage, read.kind, read.languages.as_ref(), &read.id);
        let libraries = self.libraries(passage, &read.libraries, &languages);
        let limits = read.limits.as_ref().map_or_else(Limits::default, |limits| {
            check_limits(passage, limits, self.problems);
            *limits.get_ref()
        });
        let points = words::number(passage, &read.points, "points", 1..=1000, self.problems);
        let datasets = self.datasets(read.kind);
        let tested = self.tested(passage, &read, &languages);
        self.strangers(read.kind, &languages);
        let ground = suite::Ground {
            kind: read.kind,
            languages: &languages,
            reveal: read.reveal,
            datasets: &datasets,
            check: self.check(),
            tested: &tested,
        };
        let suites = tests.map(|tests| suite::read(tests.passage(), &ground, self.problems)).unwrap_or_default();
        let content_hash = content_hash(read.kind, limits, &libraries, &suites, &questions);
        let mut variants = BTreeMap::new();
        for (language, suite) in suites {
            let assessment = Assessment { language, libraries: libraries.clone(), suite, limits, points };
            variants.extend(self.variant(assessment).map(|variant| (language, variant)));
        }
        let concepts = words::references(passage, &read.concepts, self.problems);
        let exercise = Exercise {
            id: ExerciseId::new(words::uuid(passage, &read.id, self.known, self.problems)),
            module: module.to_owned(),
            slug: slug.to_owned(),
            folder: self.folder.to_owned(),
            title: words::line(passage, &read.title, "title", self.problems),
            kind: read.kind,
            difficulty: words::number(passage, &read.difficulty, "difficulty", 1..=10, self.problems),
            minutes: words::number(passage, &read.minutes, "minutes", 1..=600, self.problems),
            points,
            languages,
            instructions_html,
            hints,
            explanation_html,
            limits,
            prerequisites: Vec::new(),
            concepts: concepts.iter().map(|concept| concept.name.clone()).collect(),
            content_hash,
            questions,
            variants,
        };
        let prerequisites = words::references(passage, &read.prerequisites, self.problems);
        Some(ExercisePart { exercise, concepts, prerequisites, links: self.links, file: file.file })
    }

    fn file(&mut self, name: &str) -> Option<TextFile> {
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
    fn page(&mut self, name: &str, prefix: &str) -> String {
        self.file(name).map(|file| self.render(file.passage(), 2, prefix)).unwrap_or_default()
    }

    fn hints(&mut self) -> Vec<Hint> {
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
    fn questions(&mut self) -> Vec<Question> {
        let Some(file) = self.file("questions.toml") else { return Vec::new() };
        let rules = Rules { lesson: false, first_level: 2, prefix: "", root: self.root, folder: self.folder };
        markdown::questions(file.passage(), rules, self.problems)
    }

    /// The author's script, if there is one.
    fn check(&mut self) -> Option<SourceFile> {
        let is_there = self.root.join(self.folder).join(CHECK).is_file();
        let file = if is_there { self.file(CHECK) } else { None };
        file.map(|file| SourceFile { name: CHECK.to_owned(), content: file.text })
    }

    /// The databases by name. One alone would take a query that only fits its rows.
    fn datasets(&mut self, kind: ExerciseKind) -> BTreeMap<String, String> {
        let folder = self.folder.join(DATASETS);
        if kind != ExerciseKind::Sql || !self.root.join(&folder).is_dir() {
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

    /// What learners' own tests are run against, in each language.
    fn tested(
        &mut self,
        passage: Passage<'_>,
        read: &ExerciseFile,
        languages: &[Language],
    ) -> BTreeMap<Language, Tested> {
        if let Some(function) = read.functions.first()
            && read.kind != ExerciseKind::Tests
        {
            let message = "`functions` is for exercises of the kind `tests`";
            self.problems.at(passage.file, passage.line_of(function), message);
        }
        let (Some(module), ExerciseKind::Tests) = (&read.module, read.kind) else {
            if let Some(module) = &read.module {
                let message = "`module` is for exercises of the kind `tests`";
                self.problems.at(passage.file, passage.line_of(module), message);
            } else if read.kind == ExerciseKind::Tests {
                let message =
                    "an exercise of the kind `tests` has `module` and `functions`: what the learner's tests import";
                self.problems.at(passage.file, passage.line_of(&read.id), message);
            }
            return BTreeMap::new();
        };
        if read.functions.is_empty() {
            self.problems.at(passage.file, passage.line_of(module), "`functions` names no function");
        }
        let functions: Vec<String> = read.functions.iter().map(|name| name.get_ref().clone()).collect();
        let mut tested = BTreeMap::new();
        for &language in languages {
            let folder = self.folder.join(language.as_str());
            let Some(right) = self.code(&folder, Tested::RIGHT, language).0 else { continue };
            let bugs = mutants::read(self.root, &folder, &right, mutants::Purpose::Bugs, self.problems);
            let (bugs, _) = bugs.unwrap_or_default();
            let mut implementations: BTreeMap<_, _> = bugs.into_iter().map(|bug| (bug.name, bug.files)).collect();
            implementations.insert(Tested::RIGHT.to_owned(), vec![right]);
            let module = module.get_ref().clone();
            tested.insert(language, Tested { module, functions: functions.clone(), implementations });
        }
        tested
    }

    /// The languages in the order in which pages list them.
    fn languages(
        &mut self,
        passage: Passage<'_>,
        kind: ExerciseKind,
        declared: Option<&Spanned<Vec<Spanned<Language>>>>,
        id: &Spanned<String>,
    ) -> Vec<Language> {
        let Some(declared) = declared else {
            return match kind {
                ExerciseKind::Quiz => Vec::new(),
                ExerciseKind::Sql => vec![Language::Sql],
                _ => {
                    self.problems.at(passage.file, passage.line_of(id), "`languages` is missing");
                    Vec::new()
                }
            };
        };
        if let Some(language) = declared.get_ref().iter().find(|language| !kind.is_solved_in(*language.get_ref())) {
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
    fn libraries(
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
    fn strangers(&mut self, kind: ExerciseKind, languages: &[Language]) {
        let files = if kind == ExerciseKind::Quiz { QUIZ_FILES.as_slice() } else { FILES.as_slice() };
        for entry in folder::entries(self.root, self.folder, self.problems) {
            let path = self.folder.join(&entry.name);
            if entry.is_folder && kind == ExerciseKind::Sql && entry.name == DATASETS {
                continue;
            }
            if entry.is_folder && !languages.iter().any(|language| language.as_str() == entry.name) {
                self.problems.whole(&path, "exercise.toml does not declare a language of this name");
            } else if entry.name.ends_with(".svg") && !entry.is_folder {
                if !self.drawings.contains(&path) {
                    self.problems.whole(&path, "no text of this exercise shows this diagram");
                }
            } else if !entry.is_folder && entry.name != CHECK && !files.contains(&entry.name.as_str()) {
                self.problems.whole(&path, format!("an exercise has {}, diagrams and languages", files.join(", ")));
            }
        }
    }

    /// The files of one language.
    fn variant(&mut self, assessment: Assessment) -> Option<Variant> {
        let language = assessment.language;
        let folder = self.folder.join(language.as_str());
        let (starter, starter_path) = self.code(&folder, "starter", language);
        let (solution, solution_path) = self.code(&folder, "solution", language);
        if let (Some(starter), Some(solution)) = (&starter, &solution)
            && starter.content == solution.content
        {
            self.problems.whole(&starter_path, "the starter is the solution");
        }
        let solution = solution?;
        let (mutants, mut expected) =
            mutants::read(self.root, &folder, &solution, mutants::Purpose::Mutants, self.problems)?;
        expected.extend([starter_path, solution_path]);
        if let Some(tested) = &assessment.suite.tested {
            expected
                .extend([folder.join("bugs.toml"), folder.join(format!("{}.{}", Tested::RIGHT, language.extension()))]);
            expected.extend(
                tested
                    .implementations
                    .keys()
                    .map(|name| folder.join("bugs").join(format!("{name}.{}", language.extension()))),
            );
        }
        self.strange_code(&folder, &expected);
        Some(Variant { starter: vec![starter?], solution: vec![solution], mutants, assessment })
    }

    /// A file of code under the name it has in the guest.
    fn code(&mut self, folder: &Path, name: &str, language: Language) -> (Option<SourceFile>, PathBuf) {
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
    fn strange_code(&mut self, folder: &Path, expected: &BTreeSet<PathBuf>) {
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

fn check_limits(passage: Passage<'_>, limits: &Spanned<Limits>, problems: &mut Problems) {
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
}

/// A hash over what decides a verdict, and nothing else: names, sentences and points may improve without it changing.
fn content_hash(
    kind: ExerciseKind,
    limits: Limits,
    libraries: &[Library],
    suites: &BTreeMap<Language, Suite>,
    questions: &[Question],
) -> String {
    let judged: BTreeMap<_, _> = suites
        .iter()
        .map(|(language, suite)| {
            let tests = suite.tests.iter().map(
                |test| json!({"id": test.id, "steps": test.steps, "datasets": test.datasets, "growth": test.growth}),
            );
            let tests: Vec<_> = tests.collect();
            (
                language.as_str(),
                json!({"tests": tests, "datasets": suite.datasets, "tested": suite.tested, "check": suite.check}),
            )
        })
        .collect();
    let text = sorted(json!({
        "kind": kind, "limits": limits, "libraries": libraries, "tests": judged, "questions": questions
    }))
    .to_string();
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same value with its keys in order, whatever order the map of this build keeps.
fn sorted(value: Json) -> Json {
    match value {
        Json::Object(entries) => {
            let sorted: BTreeMap<_, _> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            Json::Object(sorted.into_iter().collect())
        }
        Json::Array(items) => Json::Array(items.into_iter().map(sorted).collect()),
        other => other,
    }
}
