//! Exercises and projects, a folder each.

mod hash;
mod project;
mod reader;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use domain::{Assessment, ExerciseId, ExerciseKind, Language, Library, Limits, Reveal, SourceFile, Tested};
use schemars::JsonSchema;
use serde::Deserialize;

use self::{
    hash::content_hash,
    reader::{CHECK, Contents, DATASETS, Reader, Solvable},
};
use super::{FoundLink, Known, Reference, folder, mutants, suite, words};
use crate::{
    Exercise, Variant,
    error::Problems,
    text::{Passage, Spanned, is_kebab},
};

pub(super) use self::project::{ProjectFile, StageFile};

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
    /// The stages of a project, in order.
    pub(super) stages: Vec<Exercise>,
    /// Its `exercise.toml` or `project.toml`.
    pub(super) file: PathBuf,
    pub(super) concepts: Vec<Reference>,
    pub(super) prerequisites: Vec<Reference>,
    pub(super) links: Vec<FoundLink>,
}

/// The files of an exercise's folder besides those of its languages.
const FILES: [&str; 5] = ["exercise.toml", "explanation.md", "hints.md", "instructions.md", "tests.toml"];
/// Those of a quiz, which has neither code nor hints.
const QUIZ_FILES: [&str; 3] = ["exercise.toml", "instructions.md", "questions.toml"];

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
            let is_project = root.join(&folder).join(project::FILE).is_file();
            let reader = Reader::new(root, &folder, known, problems);
            let read = if is_project { Reader::project } else { Reader::exercise };
            match read(reader, &module.name, &entry.name) {
                Some(part) => parts.push(part),
                None => known.incomplete = true,
            }
        }
    }
    parts
}

impl Reader<'_> {
    fn exercise(mut self, module: &str, slug: &str) -> Option<ExercisePart> {
        let instructions_html = self.page("instructions.md", "instructions-");
        let file = self.file("exercise.toml")?;
        let passage = file.passage();
        let read: ExerciseFile = passage.toml(self.problems)?;
        if read.kind == ExerciseKind::Project {
            let message = format!("a project has {} in the place of this file", project::FILE);
            self.problems.at(passage.file, passage.line_of(&read.id), message);
            return None;
        }
        let is_quiz = read.kind == ExerciseKind::Quiz;
        let (explanation_html, hints, tests) = if is_quiz {
            (String::new(), Vec::new(), None)
        } else {
            (self.page("explanation.md", "explanation-"), self.hints(), self.file("tests.toml"))
        };
        let questions = if is_quiz { self.questions() } else { Vec::new() };
        let solvable = Solvable {
            is_in: &|language| read.kind.is_solved_in(language),
            unless_named: match read.kind {
                ExerciseKind::Quiz => Some(Vec::new()),
                ExerciseKind::Sql => Some(vec![Language::Sql]),
                _ => None,
            },
        };
        let languages = self.languages(passage, &solvable, read.languages.as_ref(), &read.id);
        let libraries = self.libraries(passage, &read.libraries, &languages);
        let limits = reader::limits(passage, read.limits.as_ref(), self.problems);
        let points = words::number(passage, &read.points, "points", 1..=1000, self.problems);
        let datasets = self.datasets(read.kind == ExerciseKind::Sql);
        let tested = self.tested(passage, &read, &languages);
        self.strangers(&Contents {
            what: "an exercise",
            declared_in: "exercise.toml",
            files: if is_quiz { &QUIZ_FILES } else { &FILES },
            more: if read.kind == ExerciseKind::Sql { &[CHECK, DATASETS] } else { &[CHECK] },
            languages: &languages,
        });
        let ground = suite::Ground {
            kind: read.kind,
            languages: &languages,
            reveal: read.reveal,
            datasets: &datasets,
            check: self.check(),
            tested: &tested,
            before: None,
        };
        let suites = tests.map(|tests| suite::read(tests.passage(), &ground, self.problems)).unwrap_or_default();
        let content_hash = content_hash(read.kind, limits, &libraries, &suites, &questions);
        let mut variants = BTreeMap::new();
        for (language, suite) in suites {
            let assessment = Assessment { language, libraries: libraries.clone(), suite, limits, points };
            variants.extend(self.variant(assessment, None).map(|variant| (language, variant)));
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
            stage: None,
            stages: Vec::new(),
        };
        let prerequisites = words::references(passage, &read.prerequisites, self.problems);
        Some(ExercisePart { exercise, stages: Vec::new(), concepts, prerequisites, links: self.links, file: file.file })
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

    /// The files of one language. Those of a stage begin with what their project begins with.
    fn variant(&mut self, assessment: Assessment, starter: Option<SourceFile>) -> Option<Variant> {
        let language = assessment.language;
        let folder = self.folder.join(language.as_str());
        let (solution, solution_path) = self.code(&folder, "solution", language);
        let (starter, starter_path) = match starter {
            Some(starter) => (Some(starter), None),
            None => {
                let (starter, path) = self.code(&folder, "starter", language);
                if let (Some(starter), Some(solution)) = (&starter, &solution)
                    && starter.content == solution.content
                {
                    self.problems.whole(&path, "the starter is the solution");
                }
                (starter, Some(path))
            }
        };
        let solution = solution?;
        let (mutants, mut expected) =
            mutants::read(self.root, &folder, &solution, mutants::Purpose::Mutants, self.problems)?;
        expected.insert(solution_path);
        expected.extend(starter_path);
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
}
