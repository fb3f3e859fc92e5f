//! What was loaded: modules, lessons and exercises in the order of the road.
//!
//! A catalogue never changes. New content is a new catalogue, swapped in as a whole.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
};

use domain::{
    Assessment, Block, ExerciseId, ExerciseKind, Hint, Language, LessonId, Limits, ModuleId, Pillar, Question,
    SourceFile, TocEntry, TryVariant,
};

/// How many exercises show that somebody knows a module: few enough to be done in an evening, and from its end, where what it
/// taught comes together.
const TEST_OUT: usize = 3;

/// All content, checked and rendered.
#[derive(Debug)]
pub struct Catalogue {
    modules: Vec<Module>,
    exercises: Vec<Exercise>,
    /// Of all projects, in the order of the road.
    stages: Vec<Exercise>,
    concepts: BTreeMap<String, Concept>,
    /// Every lesson as its module's and its own index, in the order of the road.
    road: Vec<(usize, usize)>,
    /// A lesson's place in `road`.
    lesson_places: HashMap<LessonId, usize>,
    /// An exercise's index in `exercises`.
    exercise_places: HashMap<ExerciseId, usize>,
    /// A stage's index in `stages`.
    stage_places: HashMap<ExerciseId, usize>,
    /// The lesson that leads to an exercise, as a place in `road`.
    taught_by: HashMap<ExerciseId, usize>,
    /// The lesson that introduces a concept, as a place in `road`.
    introduced_by: HashMap<String, usize>,
}

/// A stretch of the road.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Never changes, unlike the slug.
    pub id: ModuleId,
    /// The name in addresses, from the folder's name.
    pub slug: String,
    /// Its place on the road, from the folder's name.
    pub number: u32,
    /// The title.
    pub title: String,
    /// One or two sentences, plain text.
    pub summary: String,
    /// The introduction on the module's page, safe HTML.
    pub intro_html: String,
    /// The side of the trade it belongs to.
    pub pillar: Pillar,
    /// In reading order; at least one.
    pub lessons: Vec<Lesson>,
}

/// A text to read, with code to try and questions to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Never changes, unlike the slug.
    pub id: LessonId,
    /// The name in addresses, from the file's name.
    pub slug: String,
    /// The slug of the module it belongs to.
    pub module: String,
    /// Its place in the module, from the file's name.
    pub number: u32,
    /// The file it was read from, relative to the root of the content.
    pub file: PathBuf,
    /// The title.
    pub title: String,
    /// One sentence, plain text.
    pub summary: String,
    /// Minutes of reading.
    pub minutes: u32,
    /// The concepts it introduces, by id.
    pub concepts: Vec<String>,
    /// The concepts it presumes, by id.
    pub needs: Vec<String>,
    /// The exercises it leads to, in order.
    pub exercises: Vec<ExerciseId>,
    /// The standards and books it rests on.
    pub sources: Vec<Source>,
    /// The second-level headings.
    pub toc: Vec<TocEntry>,
    /// The text, the code to try and the quizzes, in order.
    pub blocks: Vec<Block>,
    /// The line of each variant of each [`Block::Try`], in order.
    pub(crate) try_lines: Vec<usize>,
}

/// A standard, a book or a page that a lesson rests on; an entry of `lessons/bibliography.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name by which lessons cite it.
    pub id: String,
    /// How it is called, with the section where that matters.
    pub title: String,
    /// Where it can be read, if it can be read freely.
    pub url: Option<String>,
}

/// One idea that lessons introduce and exercises practise; an entry of `lessons/concepts.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// The name by which lessons and exercises refer to it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// One sentence.
    pub summary: String,
}

/// A task with hidden tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// Never changes, unlike the slug.
    pub id: ExerciseId,
    /// The slug of the module it belongs to.
    pub module: String,
    /// The name in addresses, from the folder's name.
    pub slug: String,
    /// The folder it was read from, relative to the root of the content.
    pub folder: PathBuf,
    /// The title.
    pub title: String,
    /// How it is judged.
    pub kind: ExerciseKind,
    /// 1 to 10.
    pub difficulty: u8,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// What a full pass is worth.
    pub points: u32,
    /// The languages it can be solved in, in the order in which pages list them; none for a quiz.
    pub languages: Vec<Language>,
    /// What to do, safe HTML.
    pub instructions_html: String,
    /// From nudge to near-answer.
    pub hints: Vec<Hint>,
    /// Why the model solution is good and what else works, safe HTML; shown once it is solved.
    pub explanation_html: String,
    /// The limits of each test.
    pub limits: Limits,
    /// The exercises to be solved before, all of them earlier on the road.
    pub prerequisites: Vec<ExerciseId>,
    /// The concepts it practises, by id.
    pub concepts: Vec<String>,
    /// SHA-256 in hexadecimal over everything that decides a verdict: kind, limits and tests. Wording does not change it.
    pub content_hash: String,
    /// What a quiz asks; nothing in other kinds.
    pub questions: Vec<Question>,
    /// One for each of `languages`; none in a project, whose stages have them.
    pub variants: BTreeMap<Language, Variant>,
    /// Where it stands in its project, if it is a stage of one.
    pub stage: Option<StagePlace>,
    /// The stages of a project, in order; none in other kinds.
    pub stages: Vec<ExerciseId>,
}

/// Where a stage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagePlace {
    /// The project it belongs to. The learner's code is the project's: it grows from stage to stage.
    pub project: ExerciseId,
    /// The project's name in addresses.
    pub project_slug: String,
    /// Its place in the project, from 1.
    pub number: u32,
    /// One sentence for the list of stages, plain text.
    pub summary: String,
}

/// An exercise in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What everybody begins with; the first file is the one the guest starts from.
    pub starter: Vec<SourceFile>,
    /// The model solution.
    pub solution: Vec<SourceFile>,
    /// Wrong solutions that the tests must catch; at least two.
    pub mutants: Vec<Mutant>,
    /// All the judge needs.
    pub assessment: Assessment,
}

/// A known wrong solution: what learners really write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    /// What is wrong with it.
    pub name: String,
    /// The whole wrong solution.
    pub files: Vec<SourceFile>,
}

/// A variant of a "try it" block and where it stands, for whoever checks that it runs.
#[derive(Clone, Copy, Debug)]
pub struct TryBlock<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// The lesson's file, relative to the root of the content.
    pub file: &'a Path,
    /// The line of the opening fence.
    pub line: usize,
    /// The code and what it prints.
    pub variant: &'a TryVariant,
}

impl Exercise {
    /// What it is in one language; none where it cannot be solved in that language.
    pub fn variant(&self, language: Language) -> Option<&Variant> {
        self.variants.get(&language)
    }

    /// `module/slug`, as lessons and the command line name it; a stage is `module/project/slug`.
    pub fn path(&self) -> String {
        match &self.stage {
            Some(stage) => format!("{}/{}/{}", self.module, stage.project_slug, self.slug),
            None => format!("{}/{}", self.module, self.slug),
        }
    }

    /// What a learner's code is kept under: the stages of a project share it.
    pub fn draft_id(&self) -> &ExerciseId {
        self.stage.as_ref().map_or(&self.id, |stage| &stage.project)
    }
}

impl Catalogue {
    /// Puts checked parts together; modules and exercises stand in the order of the road.
    pub(crate) fn new(
        modules: Vec<Module>,
        exercises: Vec<Exercise>,
        stages: Vec<Exercise>,
        concepts: BTreeMap<String, Concept>,
    ) -> Self {
        let mut road = Vec::new();
        let mut lesson_places = HashMap::new();
        let mut taught_by = HashMap::new();
        let mut introduced_by = HashMap::new();
        for (module_index, module) in modules.iter().enumerate() {
            for (lesson_index, lesson) in module.lessons.iter().enumerate() {
                lesson_places.insert(lesson.id.clone(), road.len());
                for exercise in &lesson.exercises {
                    taught_by.insert(exercise.clone(), road.len());
                }
                for concept in &lesson.concepts {
                    introduced_by.insert(concept.clone(), road.len());
                }
                road.push((module_index, lesson_index));
            }
        }
        let places = |of: &[Exercise]| of.iter().enumerate().map(|(place, e)| (e.id.clone(), place)).collect();
        let (exercise_places, stage_places) = (places(&exercises), places(&stages));
        Self {
            modules,
            exercises,
            stages,
            concepts,
            road,
            lesson_places,
            exercise_places,
            stage_places,
            taught_by,
            introduced_by,
        }
    }

    /// Every module, in order; at least one.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// Every exercise, in the order of the road; a project is one of them, its stages are not.
    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    /// Every stage of every project, in the order of the road.
    pub fn stages(&self) -> &[Exercise] {
        &self.stages
    }

    /// Everything that is judged by itself: exercises that are no projects, and stages.
    pub fn judged(&self) -> impl Iterator<Item = &Exercise> {
        self.exercises.iter().filter(|exercise| exercise.stages.is_empty()).chain(&self.stages)
    }

    /// Every concept, by id.
    pub fn concepts(&self) -> impl Iterator<Item = &Concept> {
        self.concepts.values()
    }

    /// Every lesson, in the order of the road.
    pub fn lessons(&self) -> impl DoubleEndedIterator<Item = &Lesson> {
        self.road.iter().map(|&place| self.at(place))
    }

    /// A module by its slug.
    pub fn module(&self, slug: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.slug == slug)
    }

    /// A lesson by its slugs.
    pub fn lesson(&self, module: &str, slug: &str) -> Option<&Lesson> {
        self.module(module)?.lessons.iter().find(|lesson| lesson.slug == slug)
    }

    /// An exercise by its slugs.
    pub fn exercise(&self, module: &str, slug: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.module == module && exercise.slug == slug)
    }

    /// A stage by its slugs: those of the module, the project and its own.
    pub fn stage(&self, module: &str, project: &str, slug: &str) -> Option<&Exercise> {
        let project = self.exercise(module, project)?;
        self.stages_of(project).find(|stage| stage.slug == slug)
    }

    /// An exercise, a project or a stage by its identifier.
    pub fn exercise_by_id(&self, id: &ExerciseId) -> Option<&Exercise> {
        match self.exercise_places.get(id) {
            Some(place) => self.exercises.get(*place),
            None => self.stages.get(*self.stage_places.get(id)?),
        }
    }

    /// The stages of a project, in order; none of an exercise of another kind.
    pub fn stages_of<'a>(&'a self, project: &'a Exercise) -> impl DoubleEndedIterator<Item = &'a Exercise> {
        project.stages.iter().filter_map(|id| self.exercise_by_id(id))
    }

    /// The project that a stage belongs to.
    pub fn project_of(&self, stage: &Exercise) -> Option<&Exercise> {
        self.exercise_by_id(&stage.stage.as_ref()?.project)
    }

    /// The stage before this one in its project.
    pub fn stage_before(&self, stage: &Exercise) -> Option<&Exercise> {
        let place = stage.stage.as_ref()?.number.checked_sub(2)?;
        self.exercise_by_id(self.project_of(stage)?.stages.get(usize::try_from(place).ok()?)?)
    }

    /// A concept by its identifier.
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.get(id)
    }

    /// The lesson after this one on the road, in the next module where this one is its module's last.
    pub fn next_lesson(&self, id: &LessonId) -> Option<&Lesson> {
        self.on_road(self.lesson_places.get(id)? + 1)
    }

    /// The lesson before this one on the road.
    pub fn previous_lesson(&self, id: &LessonId) -> Option<&Lesson> {
        self.on_road(self.lesson_places.get(id)?.checked_sub(1)?)
    }

    /// The lesson that leads to an exercise, or to the project of a stage; every exercise of a catalogue has one.
    pub fn lesson_of(&self, id: &ExerciseId) -> Option<&Lesson> {
        let id =
            self.exercise_by_id(id).and_then(|exercise| exercise.stage.as_ref()).map_or(id, |stage| &stage.project);
        self.on_road(*self.taught_by.get(id)?)
    }

    /// The lessons that introduce what a lesson presumes, in the order of the road.
    pub fn builds_on(&self, lesson: &Lesson) -> Vec<&Lesson> {
        let places: BTreeSet<usize> =
            lesson.needs.iter().filter_map(|concept| self.introduced_by.get(concept).copied()).collect();
        places.into_iter().filter_map(|place| self.on_road(place)).collect()
    }

    /// The modules that a module's lessons build on, in the order of the road; without itself.
    pub fn module_builds_on(&self, module: &Module) -> Vec<&Module> {
        let slugs: BTreeSet<&str> = module
            .lessons
            .iter()
            .flat_map(|lesson| self.builds_on(lesson))
            .map(|lesson| lesson.module.as_str())
            .filter(|slug| *slug != module.slug)
            .collect();
        self.modules.iter().filter(|module| slugs.contains(module.slug.as_str())).collect()
    }

    /// What somebody solves to show that they know a module already: the last exercise of each of its last lessons. A project
    /// is work for days, which nobody does to skip something.
    pub fn test_out(&self, module: &Module) -> Vec<&Exercise> {
        let exercises = |lesson: &Lesson| lesson.exercises.clone().into_iter().rev();
        let last = |lesson: &Lesson| {
            exercises(lesson).filter_map(|id| self.exercise_by_id(&id)).find(|exercise| exercise.stages.is_empty())
        };
        let mut exercises: Vec<&Exercise> = module.lessons.iter().rev().filter_map(last).take(TEST_OUT).collect();
        exercises.reverse();
        exercises
    }

    /// The exercises a lesson leads to, in order.
    pub fn exercises_of<'a>(&'a self, lesson: &'a Lesson) -> impl Iterator<Item = &'a Exercise> {
        lesson.exercises.iter().filter_map(|id| self.exercise_by_id(id))
    }

    /// Every variant of every "try it" block, in the order of the road.
    pub fn try_blocks(&self) -> impl Iterator<Item = TryBlock<'_>> {
        self.lessons().flat_map(|lesson| {
            let variants = lesson.blocks.iter().flat_map(|block| match block {
                Block::Try(variants) => variants.as_slice(),
                Block::Html(_) | Block::Quiz(_) => &[],
            });
            variants.zip(&lesson.try_lines).map(move |(variant, &line)| TryBlock {
                lesson,
                file: &lesson.file,
                line,
                variant,
            })
        })
    }

    fn at(&self, (module, lesson): (usize, usize)) -> &Lesson {
        &self.modules[module].lessons[lesson]
    }

    fn on_road(&self, place: usize) -> Option<&Lesson> {
        self.road.get(place).map(|&place| self.at(place))
    }
}
