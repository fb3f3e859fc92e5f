//! A project: stages, each an exercise of its own, in which one piece of code grows.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use domain::{
    Action, Assessment, ExerciseId, ExerciseKind, Language, Library, Limits, Reveal, SourceFile, StageName, TestCase,
};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    ExercisePart,
    hash::{content_hash, digest},
    reader::{self, CHECK, Contents, DATASETS, Reader, Solvable},
};
use crate::{
    Exercise, StagePlace,
    load::{FoundLink, folder, numbered, suite, words},
    text::{Spanned, TextFile},
};

/// Whose presence makes a folder a project.
pub(super) const FILE: &str = "project.toml";
/// Where the stages lie.
const STAGES: &str = "stages";
/// The files of a project's folder besides its stages and languages.
const FILES: [&str; 2] = ["instructions.md", FILE];
/// Those of a stage.
const STAGE_FILES: [&str; 5] = ["explanation.md", "hints.md", "instructions.md", "stage.toml", "tests.toml"];

/// `project.toml`: what all stages share.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProjectFile {
    /// A UUID that never changes.
    id: Spanned<String>,
    /// The title.
    title: Spanned<String>,
    /// The languages it can be done in; SQL where it is left out and every stage is of the kind `sql`.
    languages: Option<Spanned<Vec<Spanned<Language>>>>,
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
    /// Of each test, where the defaults do not fit.
    limits: Option<Spanned<Limits>>,
}

/// `stage.toml`
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StageFile {
    /// A UUID that never changes.
    id: Spanned<String>,
    /// The title.
    title: Spanned<String>,
    /// One sentence for the list of stages, plain text.
    summary: Spanned<String>,
    /// How it is judged: function, program, http, sql, security or performance.
    kind: Spanned<ExerciseKind>,
    /// 1 to 10.
    difficulty: Spanned<u8>,
    /// Minutes a learner may need.
    minutes: Spanned<u32>,
    /// What a full pass is worth.
    points: Spanned<u32>,
}

/// A stage whose own file could be read.
struct Found {
    folder: PathBuf,
    slug: String,
    file: TextFile,
    read: StageFile,
}

/// What every stage has of its project.
struct Shared<'a> {
    exercise: &'a Exercise,
    libraries: &'a [Library],
    reveal: Reveal,
    datasets: &'a BTreeMap<String, String>,
    check: Option<&'a SourceFile>,
    starters: &'a BTreeMap<Language, SourceFile>,
}

/// What the stages before have tested.
#[derive(Default)]
struct Before {
    /// Their tests, in order, each with the name of its stage.
    tests: BTreeMap<Language, Vec<TestCase>>,
    ids: BTreeSet<String>,
}

impl Reader<'_> {
    pub(super) fn project(mut self, module: &str, slug: &str) -> Option<ExercisePart> {
        let instructions_html = self.page("instructions.md", "instructions-");
        let file = self.file(FILE)?;
        let passage = file.passage();
        let read: ProjectFile = passage.toml(self.problems)?;
        let found = self.stages();
        let is_in = |language| found.iter().all(|stage| stage.read.kind.get_ref().is_solved_in(language));
        let is_sql = !found.is_empty() && found.iter().all(|stage| *stage.read.kind.get_ref() == ExerciseKind::Sql);
        let solvable = Solvable { is_in: &is_in, unless_named: is_sql.then(|| vec![Language::Sql]) };
        let languages = self.languages(passage, &solvable, read.languages.as_ref(), &read.id);
        let libraries = self.libraries(passage, &read.libraries, &languages);
        let datasets = self.datasets(is_sql);
        let check = self.check();
        let more: &[&str] = if is_sql { &[CHECK, DATASETS, STAGES] } else { &[CHECK, STAGES] };
        self.strangers(&Contents { what: "a project", declared_in: FILE, files: &FILES, more, languages: &languages });
        let starters = self.starters(&languages);
        let concepts = words::references(passage, &read.concepts, self.problems);
        let prerequisites = words::references(passage, &read.prerequisites, self.problems);
        let mut exercise = Exercise {
            id: ExerciseId::new(words::uuid(passage, &read.id, self.known, self.problems)),
            module: module.to_owned(),
            slug: slug.to_owned(),
            folder: self.folder.to_owned(),
            title: words::line(passage, &read.title, "title", self.problems),
            kind: ExerciseKind::Project,
            difficulty: 0,
            minutes: 0,
            points: 0,
            languages,
            instructions_html,
            hints: Vec::new(),
            explanation_html: String::new(),
            limits: reader::limits(passage, read.limits.as_ref(), self.problems),
            prerequisites: Vec::new(),
            concepts: concepts.iter().map(|concept| concept.name.clone()).collect(),
            content_hash: String::new(),
            questions: Vec::new(),
            variants: BTreeMap::new(),
            stage: None,
            stages: Vec::new(),
        };
        let shared = Shared {
            exercise: &exercise,
            libraries: &libraries,
            reveal: read.reveal,
            datasets: &datasets,
            check: check.as_ref(),
            starters: &starters,
        };
        let mut before = Before::default();
        let mut stages = Vec::new();
        for (number, found) in (1..).zip(&found) {
            let mut reader = Reader::new(self.root, &found.folder, &mut *self.known, &mut *self.problems);
            stages.push(reader.stage(found, number, &shared, &mut before));
            let links: Vec<FoundLink> = reader.links;
            self.links.extend(links);
        }
        let calls = |test: &TestCase| test.steps.iter().any(|step| matches!(step.action, Action::Check { .. }));
        if check.is_some() && !before.tests.values().flatten().any(calls) {
            self.problems.whole(&self.folder.join(CHECK), "no test of any stage calls a function of this file");
        }
        exercise.difficulty = stages.iter().map(|stage| stage.difficulty).max().unwrap_or_default();
        exercise.minutes = stages.iter().map(|stage| stage.minutes).sum();
        exercise.points = stages.iter().map(|stage| stage.points).sum();
        exercise.content_hash = digest(&stages.iter().map(|stage| stage.content_hash.as_str()).collect::<String>());
        exercise.stages = stages.iter().map(|stage| stage.id.clone()).collect();
        Some(ExercisePart { exercise, stages, concepts, prerequisites, links: self.links, file: file.file })
    }

    /// The stages whose own files can be read, in order.
    fn stages(&mut self) -> Vec<Found> {
        let parent = self.folder.join(STAGES);
        let mut found: Vec<Found> = Vec::new();
        let mut folders = 0;
        for entry in folder::entries(self.root, &parent, self.problems) {
            let folder = parent.join(&entry.name);
            let Some((_, slug)) = numbered(&entry.name).filter(|_| entry.is_folder) else {
                self.problems
                    .whole(&folder, "only stages lie here: folders with two digits and a name, as in 01-tables");
                continue;
            };
            folders += 1;
            if found.iter().any(|other| other.slug == slug) {
                self.problems.whole(&folder, format!("two stages are called `{slug}`"));
                continue;
            }
            let Some(file) = TextFile::read(self.root, folder.join("stage.toml"), self.problems) else { continue };
            let Some(read) = file.passage().toml::<StageFile>(self.problems) else { continue };
            if !read.kind.get_ref().is_of_a_stage() {
                let message = format!("a stage is not of the kind `{}`", read.kind.get_ref());
                self.problems.at(&file.file, file.passage().line_of(&read.kind), message);
                continue;
            }
            found.push(Found { folder, slug: slug.to_owned(), file, read });
        }
        if folders < 2 {
            self.problems.whole(&parent, "a project has at least two stages");
        }
        found
    }

    /// What everybody begins the first stage with.
    fn starters(&mut self, languages: &[Language]) -> BTreeMap<Language, SourceFile> {
        let mut starters = BTreeMap::new();
        for &language in languages {
            let folder = self.folder.join(language.as_str());
            let (starter, path) = self.code(&folder, "starter", language);
            self.strange_code(&folder, &BTreeSet::from([path]));
            starters.extend(starter.map(|starter| (language, starter)));
        }
        starters
    }

    /// One stage. Its tests come first and those of the stages before after them: what was built must still stand.
    fn stage(&mut self, found: &Found, number: u32, shared: &Shared<'_>, before: &mut Before) -> Exercise {
        let (passage, read, project) = (found.file.passage(), &found.read, shared.exercise);
        let kind = *read.kind.get_ref();
        let title = words::line(passage, &read.title, "title", self.problems);
        let points = words::number(passage, &read.points, "points", 1..=1000, self.problems);
        let tested = BTreeMap::new();
        let ground = suite::Ground {
            kind,
            languages: &project.languages,
            reveal: shared.reveal,
            datasets: shared.datasets,
            check: shared.check.cloned(),
            tested: &tested,
            before: Some(&before.ids),
        };
        let tests = self.file("tests.toml");
        let mut suites = tests.map(|tests| suite::read(tests.passage(), &ground, self.problems)).unwrap_or_default();
        let name = StageName { number, title: title.clone() };
        for (language, suite) in &mut suites {
            let earlier = before.tests.entry(*language).or_default();
            let own = suite.tests.clone();
            suite.tests.extend(earlier.iter().cloned());
            before.ids.extend(own.iter().map(|test| test.id.clone()));
            earlier.extend(own.into_iter().map(|test| TestCase { stage: Some(name.clone()), ..test }));
        }
        let content_hash = content_hash(kind, project.limits, shared.libraries, &suites, &[]);
        let (instructions_html, explanation_html, hints) =
            (self.page("instructions.md", "instructions-"), self.page("explanation.md", "explanation-"), self.hints());
        self.strangers(&Contents {
            what: "a stage",
            declared_in: FILE,
            files: &STAGE_FILES,
            more: &[],
            languages: &project.languages,
        });
        let mut variants = BTreeMap::new();
        for (language, suite) in suites {
            let libraries = shared.libraries.to_vec();
            let assessment = Assessment { language, libraries, suite, limits: project.limits, points };
            // Without one the project's own folder was blamed, and nothing is missing here.
            let Some(starter) = shared.starters.get(&language) else { continue };
            variants.extend(self.variant(assessment, Some(starter.clone())).map(|variant| (language, variant)));
        }
        Exercise {
            id: ExerciseId::new(words::uuid(passage, &read.id, self.known, self.problems)),
            module: project.module.clone(),
            slug: found.slug.clone(),
            folder: found.folder.clone(),
            title,
            kind,
            difficulty: words::number(passage, &read.difficulty, "difficulty", 1..=10, self.problems),
            minutes: words::number(passage, &read.minutes, "minutes", 1..=600, self.problems),
            points,
            languages: project.languages.clone(),
            instructions_html,
            hints,
            explanation_html,
            limits: project.limits,
            prerequisites: Vec::new(),
            concepts: project.concepts.clone(),
            content_hash,
            questions: Vec::new(),
            variants,
            stage: Some(StagePlace {
                project: project.id.clone(),
                project_slug: project.slug.clone(),
                number,
                summary: words::line(passage, &read.summary, "summary", self.problems),
            }),
            stages: Vec::new(),
        }
    }
}
