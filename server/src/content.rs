//! The catalogue as pages need it, together with what a viewer has done.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use app::pages::{
    ExerciseItem, LessonItem, Link, ModuleItem,
    lesson::{DrawnLesson, LessonBody, Source},
};
use curriculum::{Catalogue, Exercise, Lesson, Module};
use domain::{Counts, ExerciseId, ExerciseState, LearnerId, LessonId, Minutes, ModuleId, Standing, StretchState};
use store::{Store, StoreError};

use crate::paths;

/// A catalogue with what of it is the same for everybody, prepared once.
#[derive(Debug)]
pub struct Content {
    catalogue: Catalogue,
    drawn: HashMap<LessonId, Arc<DrawnLesson>>,
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
        Self { catalogue, drawn }
    }

    /// The catalogue itself.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
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
            state: progress.state(&exercise.id),
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
        counts(all.iter().filter(|exercise| progress.state(&exercise.id) == ExerciseState::Solved).count(), all.len())
    }

    /// Points earned, of all.
    pub fn points(&self, progress: &Progress) -> Counts {
        let all = self.catalogue.exercises();
        let solved = all.iter().filter(|exercise| progress.state(&exercise.id) == ExerciseState::Solved);
        Counts {
            done: solved.map(|exercise| exercise.points).sum(),
            all: all.iter().map(|exercise| exercise.points).sum(),
        }
    }

    /// The first lesson not read or exercise not solved, in the order of the road and past what is known.
    pub fn next(&self, progress: &Progress) -> Option<Link> {
        let modules = self.catalogue.modules().iter().filter(|module| !progress.knows(&module.id));
        modules.flat_map(|module| &module.lessons).find_map(|lesson| {
            if !progress.has_read(&lesson.id) {
                return Some(lesson_link(lesson));
            }
            let unsolved = |exercise: &&Exercise| progress.state(&exercise.id) != ExerciseState::Solved;
            self.catalogue.exercises_of(lesson).find(unsolved).map(exercise_link)
        })
    }

    /// Where to go once an exercise is solved: the lesson's next exercise, else the next lesson.
    pub fn after(&self, exercise: &Exercise) -> Option<Link> {
        let lesson = self.catalogue.lesson_of(&exercise.id)?;
        let mut rest = self.catalogue.exercises_of(lesson).skip_while(|other| other.id != exercise.id).skip(1);
        rest.next().map(exercise_link).or_else(|| self.catalogue.next_lesson(&lesson.id).map(lesson_link))
    }
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
