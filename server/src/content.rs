//! The catalogue as pages need it, together with what a viewer has done.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use app::{
    components::{ColumnView, TableView, tables_drawing},
    pages::{
        ExerciseItem, LessonItem, Link, ModuleItem, StageItem,
        lesson::{DrawnLesson, LessonBody, Source},
    },
};
use curriculum::{Catalogue, Exercise, Lesson, Module};
use domain::{
    Counts, ExerciseId, ExerciseState, LearnerId, LessonId, Minutes, ModuleId, Standing, StretchState, Timestamp,
};
use store::{Store, StoreError};

use crate::{own_input::example_dataset, paths};

/// A catalogue with what of it is the same for everybody, prepared once.
#[derive(Debug)]
pub struct Content {
    catalogue: Catalogue,
    drawn: HashMap<LessonId, Arc<DrawnLesson>>,
    /// Drawings of what the databases of exercises hold.
    tables: HashMap<ExerciseId, String>,
}

/// What a viewer has done; nothing for a visitor.
#[derive(Debug, Default)]
pub struct Progress {
    read: HashSet<LessonId>,
    standings: HashMap<ExerciseId, Standing>,
    known: HashSet<ModuleId>,
}

impl Progress {
    /// Reads it, or nothing where there is no learner.
    ///
    /// # Errors
    /// The store refused.
    pub async fn of(store: &Store, learner: Option<&LearnerId>) -> Result<Self, StoreError> {
        let Some(learner) = learner else { return Ok(Self::default()) };
        let read = store.lessons().read_by(learner).await?.into_iter().map(|(lesson, _)| lesson).collect();
        let standings = store.standings().of_learner(learner).await?;
        let known = store.modules().known_by(learner).await?.into_iter().collect();
        Ok(Self { read, standings: standings.into_iter().map(|s| (s.exercise.clone(), s)).collect(), known })
    }

    /// Whether there is anything at all.
    pub fn is_empty(&self) -> bool {
        self.read.is_empty() && self.standings.is_empty()
    }

    /// Whether a lesson is marked as read.
    pub fn has_read(&self, lesson: &LessonId) -> bool {
        self.read.contains(lesson)
    }

    /// Whether a module is marked as known.
    pub fn knows(&self, module: &ModuleId) -> bool {
        self.known.contains(module)
    }

    /// How far with an exercise.
    pub fn state(&self, exercise: &ExerciseId) -> ExerciseState {
        self.standings.get(exercise).map_or(ExerciseState::New, |standing| standing.state)
    }

    /// When an exercise was first passed.
    pub fn solved_at(&self, exercise: &ExerciseId) -> Option<Timestamp> {
        self.standings.get(exercise)?.solved_at
    }

    /// Every exercise tried.
    pub fn standings(&self) -> impl Iterator<Item = &Standing> {
        self.standings.values()
    }
}

impl Content {
    /// Prepares a catalogue.
    pub fn new(catalogue: Catalogue) -> Self {
        let drawn = catalogue
            .modules()
            .iter()
            .flat_map(|module| module.lessons.iter().map(move |lesson| (module, lesson)))
            .map(|(module, lesson)| (lesson.id.clone(), Arc::new(draw(module, lesson))))
            .collect();
        let tables = catalogue.exercises().iter().filter_map(tables_of).collect();
        Self { catalogue, drawn, tables }
    }

    /// The catalogue itself.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// What the database of an exercise holds, as it is drawn for everybody.
    pub fn tables(&self, exercise: &ExerciseId) -> Option<String> {
        self.tables.get(exercise).cloned()
    }

    /// A lesson of this catalogue, as it is drawn for everybody.
    pub fn drawn(&self, lesson: &LessonId) -> Option<Arc<DrawnLesson>> {
        self.drawn.get(lesson).cloned()
    }

    /// An exercise in a list.
    pub fn exercise_item(&self, exercise: &Exercise, progress: &Progress) -> ExerciseItem {
        ExerciseItem {
            link: exercise_link(exercise),
            kind: exercise.kind,
            minutes: exercise.minutes,
            difficulty: exercise.difficulty,
            state: self.state(exercise, progress),
            stages: (!exercise.stages.is_empty()).then(|| self.stages_passed(exercise, progress)),
        }
    }

    /// How far with an exercise, or with a project: solved with its last stage.
    pub fn state(&self, exercise: &Exercise, progress: &Progress) -> ExerciseState {
        if exercise.stages.is_empty() {
            return progress.state(&exercise.id);
        }
        let mut states = exercise.stages.iter().map(|stage| progress.state(stage));
        if states.clone().all(|state| state == ExerciseState::Solved) {
            ExerciseState::Solved
        } else if states.any(|state| state != ExerciseState::New) {
            ExerciseState::Tried
        } else {
            ExerciseState::New
        }
    }

    /// Stages of a project passed, of all.
    pub fn stages_passed(&self, project: &Exercise, progress: &Progress) -> Counts {
        let passed = project.stages.iter().filter(|stage| progress.state(stage) == ExerciseState::Solved).count();
        counts(passed, project.stages.len())
    }

    /// Whether a stage may be worked on: the one before was passed, or this one was tried when it was the first. Other
    /// exercises are always open.
    pub fn is_open(&self, exercise: &Exercise, progress: &Progress) -> bool {
        let before = self.catalogue.stage_before(exercise);
        before.is_none_or(|before| progress.state(&before.id) == ExerciseState::Solved)
            || progress.state(&exercise.id) != ExerciseState::New
    }

    /// The stages of a project, in order.
    pub fn stage_items(&self, project: &Exercise, progress: &Progress) -> Vec<StageItem> {
        let item = |(number, stage): (u32, &Exercise)| StageItem {
            link: exercise_link(stage),
            number,
            summary: stage.stage.as_ref().map(|place| place.summary.clone()).unwrap_or_default(),
            minutes: stage.minutes,
            difficulty: stage.difficulty,
            state: progress.state(&stage.id),
            open: self.is_open(stage, progress),
            passed_at: progress.solved_at(&stage.id),
        };
        (1..).zip(self.catalogue.stages_of(project)).map(item).collect()
    }

    /// The projects that were begun, with their stages passed, in the order of the road.
    pub fn projects_begun(&self, progress: &Progress) -> Vec<(Link, Counts)> {
        let projects = self.catalogue.exercises().iter().filter(|exercise| !exercise.stages.is_empty());
        projects
            .filter(|project| self.state(project, progress) != ExerciseState::New)
            .map(|project| (exercise_link(project), self.stages_passed(project, progress)))
            .collect()
    }

    /// The way to an exercise with a name that stands by itself: that of a stage begins with its project's.
    pub fn full_link(&self, exercise: &Exercise) -> Link {
        let link = exercise_link(exercise);
        match self.catalogue.project_of(exercise) {
            Some(project) => Link { title: format!("{}: {}", project.title, link.title), ..link },
            None => link,
        }
    }

    /// The exercises of a lesson, in order.
    pub fn exercise_items(&self, lesson: &Lesson, progress: &Progress) -> Vec<ExerciseItem> {
        self.catalogue.exercises_of(lesson).map(|exercise| self.exercise_item(exercise, progress)).collect()
    }

    /// A module in a list, with its lessons.
    pub fn module_item(&self, module: &Module, progress: &Progress) -> ModuleItem {
        let lessons: Vec<LessonItem> = module
            .lessons
            .iter()
            .map(|lesson| LessonItem {
                link: lesson_link(lesson),
                summary: lesson.summary.clone(),
                minutes: lesson.minutes,
                read: progress.has_read(&lesson.id),
                exercises: self.exercise_items(lesson, progress),
                builds_on: self.catalogue.builds_on(lesson).into_iter().map(lesson_link).collect(),
            })
            .collect();
        let exercises = || lessons.iter().flat_map(|lesson| &lesson.exercises);
        let solved = |exercise: &&ExerciseItem| exercise.state == ExerciseState::Solved;
        let done = lessons.iter().filter(|lesson| lesson.read).count() + exercises().filter(solved).count();
        let done = counts(done, lessons.len() + exercises().count());
        let state = match done.done {
            _ if done.done == done.all => StretchState::Done,
            _ if progress.knows(&module.id) => StretchState::Known,
            0 if exercises().all(|exercise| exercise.state == ExerciseState::New) => StretchState::New,
            _ => StretchState::Begun,
        };
        let all = lessons.iter().map(|lesson| lesson.minutes).sum::<u32>()
            + exercises().map(|exercise| exercise.minutes).sum::<u32>();
        let past = lessons.iter().filter(|lesson| lesson.read).map(|lesson| lesson.minutes).sum::<u32>()
            + exercises().filter(solved).map(|exercise| exercise.minutes).sum::<u32>();
        let left = if state == StretchState::Known { 0 } else { all - past };
        ModuleItem {
            link: module_link(module),
            number: module.number,
            summary: module.summary.clone(),
            pillar: module.pillar,
            state,
            done,
            minutes: Minutes { all, left },
            builds_on: self.catalogue.module_builds_on(module).into_iter().map(module_link).collect(),
            lessons,
        }
    }

    /// Every module, in order.
    pub fn module_items(&self, progress: &Progress) -> Vec<ModuleItem> {
        self.catalogue.modules().iter().map(|module| self.module_item(module, progress)).collect()
    }

    /// Lessons read, of all.
    pub fn lessons_read(&self, progress: &Progress) -> Counts {
        counts(
            self.catalogue.lessons().filter(|lesson| progress.has_read(&lesson.id)).count(),
            self.catalogue.lessons().count(),
        )
    }

    /// Exercises solved, of all.
    pub fn exercises_solved(&self, progress: &Progress) -> Counts {
        let all = self.catalogue.exercises();
        let solved = all.iter().filter(|exercise| self.state(exercise, progress) == ExerciseState::Solved);
        counts(solved.count(), all.len())
    }

    /// Points earned, of all. Each stage of a project earns its own.
    pub fn points(&self, progress: &Progress) -> Counts {
        let all = || self.catalogue.judged();
        let solved = all().filter(|exercise| progress.state(&exercise.id) == ExerciseState::Solved);
        Counts { done: solved.map(|exercise| exercise.points).sum(), all: all().map(|exercise| exercise.points).sum() }
    }

    /// The first lesson not read or exercise not solved, in the order of the road and past what is known.
    pub fn next(&self, progress: &Progress) -> Option<Link> {
        let modules = self.catalogue.modules().iter().filter(|module| !progress.knows(&module.id));
        modules.flat_map(|module| &module.lessons).find_map(|lesson| {
            if !progress.has_read(&lesson.id) {
                return Some(lesson_link(lesson));
            }
            let unsolved = |exercise: &&Exercise| self.state(exercise, progress) != ExerciseState::Solved;
            self.catalogue.exercises_of(lesson).find(unsolved).map(exercise_link)
        })
    }

    /// Where to go once an exercise is solved: the project's next stage, else the lesson's next exercise, else the next
    /// lesson.
    pub fn after(&self, exercise: &Exercise) -> Option<Link> {
        if let Some(project) = self.catalogue.project_of(exercise) {
            let mut rest = self.catalogue.stages_of(project).skip_while(|stage| stage.id != exercise.id).skip(1);
            return rest.next().map(exercise_link).or_else(|| self.after(project));
        }
        let lesson = self.catalogue.lesson_of(&exercise.id)?;
        let mut rest = self.catalogue.exercises_of(lesson).skip_while(|other| other.id != exercise.id).skip(1);
        rest.next().map(exercise_link).or_else(|| self.catalogue.next_lesson(&lesson.id).map(lesson_link))
    }
}

/// The tables of the data that may be seen, as a drawing.
fn tables_of(exercise: &Exercise) -> Option<(ExerciseId, String)> {
    let variant = exercise.variants.values().next()?;
    let sql = variant.assessment.suite.datasets.get(example_dataset(variant)?)?;
    let view = |table: curriculum::Table| TableView {
        name: table.name,
        columns: table
            .columns
            .into_iter()
            .map(|column| ColumnView {
                name: column.name,
                kind: column.kind,
                is_key: column.is_key,
                is_optional: column.is_optional,
                refers_to: column.refers_to,
            })
            .collect(),
    };
    let tables: Vec<TableView> = curriculum::tables(sql).into_iter().map(view).collect();
    (!tables.is_empty()).then(|| (exercise.id.clone(), tables_drawing(&tables)))
}

fn draw(module: &Module, lesson: &Lesson) -> DrawnLesson {
    let body = LessonBody {
        title: lesson.title.clone(),
        summary: lesson.summary.clone(),
        minutes: lesson.minutes,
        toc: lesson.toc.clone(),
        blocks: lesson.blocks.clone(),
        sources: lesson
            .sources
            .iter()
            .map(|source| Source { title: source.title.clone(), url: source.url.clone() })
            .collect(),
    };
    DrawnLesson::draw(&body, &module_link(module), &paths::lesson(lesson))
}

fn counts(done: usize, all: usize) -> Counts {
    let narrow = |count| u32::try_from(count).unwrap_or(u32::MAX);
    Counts { done: narrow(done), all: narrow(all) }
}

/// The way to a module.
pub fn module_link(module: &Module) -> Link {
    Link { title: module.title.clone(), href: paths::module(module) }
}

/// The way to a lesson.
pub fn lesson_link(lesson: &Lesson) -> Link {
    Link { title: lesson.title.clone(), href: paths::lesson(lesson) }
}

/// The way to an exercise.
pub fn exercise_link(exercise: &Exercise) -> Link {
    Link { title: exercise.title.clone(), href: paths::exercise(exercise) }
}
