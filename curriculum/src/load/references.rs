//! What refers to what: concepts, exercises, prerequisites and links, along the order of the road.

use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    path::Path,
};

use domain::ExerciseId;

use super::{
    FoundLink, Known, Reference,
    exercise::ExercisePart,
    road::{LessonPart, ModulePart},
};
use crate::{Concept, Exercise, Module, error::Problems};

/// Pages of ours that stand in no file.
const PAGES: [&str; 5] = ["/", "/road", "/progress", "/register", "/login"];

/// Looks up everything that one file says of another.
pub(super) fn check(
    modules: &[ModulePart],
    exercises: &[ExercisePart],
    concepts: Option<&BTreeMap<String, Concept>>,
    known: &Known,
    problems: &mut Problems,
) {
    let in_lessons = modules.iter().flat_map(|module| &module.lessons).flat_map(|lesson| &lesson.links);
    let in_modules = modules.iter().flat_map(|module| &module.links);
    for found in in_lessons.chain(in_modules).chain(exercises.iter().flat_map(|exercise| &exercise.links)) {
        link(found, known, problems);
    }
    let mut road = Road { concepts, known, problems, introduced: HashMap::new(), led_to: HashMap::new() };
    for module in modules {
        for (place, part) in (0_usize..).zip(&module.lessons) {
            road.lesson(part, (module.module.number, place));
        }
    }
    road.exercises(exercises);
}

/// A place on the road: the module's number, the lesson's place in it.
type Place = (u32, usize);

/// What is known at a place of the road.
struct Road<'a> {
    /// None where the list cannot be read; then no name is blamed.
    concepts: Option<&'a BTreeMap<String, Concept>>,
    known: &'a Known,
    problems: &'a mut Problems,
    /// Where each concept was introduced, and in which file.
    introduced: HashMap<&'a str, (Place, String)>,
    /// The place of each exercise, its place among the lesson's exercises, and the lesson's file.
    led_to: HashMap<&'a str, (Place, usize, String)>,
}

impl<'a> Road<'a> {
    fn lesson(&mut self, part: &'a LessonPart, place: Place) {
        let file = part.lesson.file.as_path();
        for need in &part.needs {
            if !self.is_concept(file, need) || self.known.incomplete || self.introduced.contains_key(need.name.as_str())
            {
                continue;
            }
            let message = format!("no lesson before this one introduces the concept `{}`", need.name);
            self.problems.at(file, need.line, message);
        }
        for concept in &part.concepts {
            if !self.is_concept(file, concept) {
                continue;
            }
            match self.introduced.entry(&concept.name) {
                Entry::Vacant(entry) => {
                    entry.insert((place, file.display().to_string()));
                }
                Entry::Occupied(entry) => {
                    let message = format!("the concept `{}` is introduced by {} already", concept.name, entry.get().1);
                    self.problems.at(file, concept.line, message);
                }
            }
        }
        for (order, reference) in part.exercises.iter().enumerate() {
            let path = reference.name.as_str();
            if !self.known.exercises.contains(path) {
                let message = format!("there is no exercise `{path}`; it would lie in exercises/{path}");
                self.problems.at(file, reference.line, message);
                continue;
            }
            if path.split_once('/').is_none_or(|(module, _)| module != part.lesson.module) {
                let message = format!("`{path}` belongs to another module; a lesson leads to exercises of its own");
                self.problems.at(file, reference.line, message);
            }
            match self.led_to.entry(path) {
                Entry::Vacant(entry) => {
                    entry.insert((place, order, file.display().to_string()));
                }
                Entry::Occupied(entry) => {
                    let message = format!("{} leads to `{path}` already", entry.get().2);
                    self.problems.at(file, reference.line, message);
                }
            }
        }
    }

    fn is_concept(&mut self, file: &Path, reference: &Reference) -> bool {
        let found = self.concepts.is_none_or(|concepts| concepts.contains_key(&reference.name));
        if !found {
            let message = format!("there is no concept `{}` in lessons/concepts.toml", reference.name);
            self.problems.at(file, reference.line, message);
        }
        found
    }

    fn exercises(&mut self, exercises: &[ExercisePart]) {
        for part in exercises {
            let path = part.exercise.path();
            let place = self.led_to.get(path.as_str()).map(|(place, order, _)| (*place, *order));
            if place.is_none() && !self.known.incomplete {
                self.problems.whole(&part.file, "no lesson leads to this exercise");
            }
            for concept in &part.concepts {
                if !self.is_concept(&part.file, concept) || self.known.incomplete {
                    continue;
                }
                let introduced = self.introduced.get(concept.name.as_str()).map(|(place, _)| *place);
                if let Some((place, _)) = place
                    && introduced.is_none_or(|introduced| introduced > place)
                {
                    let message = format!("the concept `{}` is not introduced when this exercise comes", concept.name);
                    self.problems.at(&part.file, concept.line, message);
                }
            }
            for prerequisite in &part.prerequisites {
                let before = self.led_to.get(prerequisite.name.as_str()).map(|(place, order, _)| (*place, *order));
                if !self.known.exercises.contains(&prerequisite.name) {
                    let message = format!("there is no exercise `{}`", prerequisite.name);
                    self.problems.at(&part.file, prerequisite.line, message);
                } else if let (Some(before), Some(place)) = (before, place)
                    && before >= place
                {
                    let message = format!("`{}` does not come before this exercise", prerequisite.name);
                    self.problems.at(&part.file, prerequisite.line, message);
                }
            }
        }
    }
}

/// Looks up a link to a page of ours.
fn link(found: &FoundLink, known: &Known, problems: &mut Problems) {
    let path = found.link.path.as_str();
    let mut parts = path.split('/').skip(1);
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    let exists = match parts {
        [Some("road"), Some(module), None, None] => known.modules.contains(module),
        [Some("road"), Some(module), Some(lesson), None] => known.lessons.contains_key(&format!("{module}/{lesson}")),
        [Some("exercises"), Some(module), Some(slug), None] => known.exercises.contains(&format!("{module}/{slug}")),
        _ => PAGES.contains(&path),
    };
    if !exists {
        return problems.at(&found.file, found.link.line, format!("there is no page `{path}`"));
    }
    let Some(fragment) = &found.link.fragment else { return };
    let anchors = match parts {
        [Some("road"), Some(module), Some(lesson), None] => known.lessons.get(&format!("{module}/{lesson}")),
        _ => None,
    };
    match anchors {
        // It could not be read, so its headings are not known.
        Some(None) => {}
        Some(Some(anchors)) if anchors.contains(fragment) => {}
        _ => {
            problems.at(
                &found.file,
                found.link.line,
                format!("there is no heading `#{fragment}` on the page `{path}`"),
            );
        }
    }
}

/// Puts lessons into their modules and resolves names to identifiers, now that nothing is wrong: modules, exercises and
/// the stages of those that are projects.
pub(super) fn join(
    modules: Vec<ModulePart>,
    mut exercises: Vec<ExercisePart>,
) -> (Vec<Module>, Vec<Exercise>, Vec<Exercise>) {
    let ids: HashMap<String, ExerciseId> =
        exercises.iter().map(|part| (part.exercise.path(), part.exercise.id.clone())).collect();
    let resolve = |references: &[Reference]| -> Vec<ExerciseId> {
        references.iter().filter_map(|reference| ids.get(&reference.name).cloned()).collect()
    };
    let mut order = HashMap::new();
    let mut joined = Vec::new();
    for mut part in modules {
        for mut lesson in part.lessons {
            lesson.lesson.exercises = resolve(&lesson.exercises);
            for id in &lesson.lesson.exercises {
                order.insert(id.clone(), order.len());
            }
            part.module.lessons.push(lesson.lesson);
        }
        joined.push(part.module);
    }
    exercises.sort_by_key(|part| order.get(&part.exercise.id).copied());
    let (mut on_road, mut stages) = (Vec::new(), Vec::new());
    for part in exercises {
        on_road.push(Exercise { prerequisites: resolve(&part.prerequisites), ..part.exercise });
        stages.extend(part.stages);
    }
    (joined, on_road, stages)
}
