//! What there is to run.

use std::path::Path;

use curriculum::{Catalogue, Exercise, Mutant, TryBlock, Variant};
use domain::{Language, SourceFile};

/// One thing to prove by running it.
#[derive(Clone, Copy, Debug)]
pub enum Job<'a> {
    /// What everybody begins with must fail: the starter, or in a later stage of a project the solution of the one before.
    Starter(&'a Exercise, Language, &'a Variant, &'a [SourceFile]),
    /// The model solution must pass.
    Solution(&'a Exercise, Language, &'a Variant),
    /// A wrong solution must fail.
    Mutant(&'a Exercise, Language, &'a Variant, &'a Mutant),
    /// A block of a lesson must run and print what the lesson says.
    Try(TryBlock<'a>),
}

impl<'a> Job<'a> {
    /// The exercise it belongs to.
    pub fn exercise(&self) -> Option<&'a Exercise> {
        match self {
            Self::Starter(exercise, ..) | Self::Solution(exercise, ..) | Self::Mutant(exercise, ..) => Some(exercise),
            Self::Try(_) => None,
        }
    }
}

/// Everything below a part of the content; all of it where the part is empty.
pub fn list<'a>(catalogue: &'a Catalogue, below: &Path) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    let wanted = |path: &Path| is_wanted(path, below);
    // What all stages share is checked with every stage.
    let shared = |stage: &Exercise| {
        let project = catalogue.project_of(stage).map(|project| project.folder.as_path());
        project.is_some_and(|folder| below.starts_with(folder) && !below.starts_with(folder.join("stages")))
    };
    for exercise in catalogue.judged().filter(|exercise| wanted(&exercise.folder) || shared(exercise)) {
        let before = catalogue.stage_before(exercise);
        for (&language, variant) in &exercise.variants {
            let begun = before.and_then(|stage| stage.variant(language)).map_or(&variant.starter, |one| &one.solution);
            jobs.push(Job::Starter(exercise, language, variant, begun));
            jobs.push(Job::Solution(exercise, language, variant));
            jobs.extend(variant.mutants.iter().map(|mutant| Job::Mutant(exercise, language, variant, mutant)));
        }
    }
    jobs.extend(catalogue.try_blocks().filter(|block| wanted(block.file)).map(Job::Try));
    jobs
}

/// Whether a part of the content holds a lesson or an exercise, with or without code.
pub fn is_content(catalogue: &Catalogue, below: &Path) -> bool {
    catalogue.exercises().iter().any(|exercise| is_wanted(&exercise.folder, below))
        || catalogue.lessons().any(|lesson| is_wanted(&lesson.file, below))
}

/// A file within an exercise's folder asks for that exercise.
fn is_wanted(path: &Path, below: &Path) -> bool {
    path.starts_with(below) || below.starts_with(path)
}
