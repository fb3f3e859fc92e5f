//! `backroad check --report`: the curriculum in figures, for whoever decides what it lacks.

use std::{
    collections::{BTreeMap, HashSet},
    fmt::Write,
};

use curriculum::Catalogue;
use serde::Serialize;

/// The curriculum in figures.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// In the order of the road.
    modules: Vec<ModuleFigures>,
    /// All modules together.
    all: ModuleFigures,
    /// Every exercise in the order of the road.
    difficulty: Vec<Step>,
    /// Every concept, in the order in which they are introduced; those that no lesson introduces come last.
    concepts: Vec<ConceptFigures>,
    /// How often a lesson or an exercise uses a concept that no lesson up to there has introduced.
    used_before_introduced: usize,
}

/// What there is in a module.
#[derive(Debug, Default, Serialize)]
struct ModuleFigures {
    module: String,
    lessons: usize,
    exercises: usize,
    lesson_minutes: u32,
    exercise_minutes: u32,
    /// Exercises of each kind.
    kinds: BTreeMap<&'static str, usize>,
    /// Exercises that can be solved in each language.
    languages: BTreeMap<&'static str, usize>,
}

/// An exercise on the way up.
#[derive(Debug, Serialize)]
struct Step {
    exercise: String,
    kind: &'static str,
    difficulty: u8,
    minutes: u32,
}

#[derive(Debug, Serialize)]
struct ConceptFigures {
    concept: String,
    /// The lesson, as `module/slug`.
    introduced_by: Option<String>,
    /// Lessons that presume it.
    needed: usize,
    /// Exercises that practise it.
    practised: usize,
}

impl ModuleFigures {
    fn add(&mut self, other: &Self) {
        self.lessons += other.lessons;
        self.exercises += other.exercises;
        self.lesson_minutes += other.lesson_minutes;
        self.exercise_minutes += other.exercise_minutes;
        for (mine, others) in [(&mut self.kinds, &other.kinds), (&mut self.languages, &other.languages)] {
            for (name, count) in others {
                *mine.entry(name).or_default() += count;
            }
        }
    }
}

impl Figures {
    /// Counts.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut all = ModuleFigures { module: "all".to_owned(), ..ModuleFigures::default() };
        let (mut modules, mut difficulty) = (Vec::new(), Vec::new());
        let (mut introduced, mut used_before_introduced) = (HashSet::new(), 0);
        let mut concepts: Vec<ConceptFigures> = Vec::new();
        for module in catalogue.modules() {
            let mut figures = ModuleFigures { module: module.slug.clone(), ..ModuleFigures::default() };
            for lesson in &module.lessons {
                figures.lessons += 1;
                figures.lesson_minutes += lesson.minutes;
                used_before_introduced += lesson.needs.iter().filter(|need| !introduced.contains(*need)).count();
                for concept in &lesson.concepts {
                    introduced.insert(concept);
                    concepts.push(concept_figures(
                        catalogue,
                        concept,
                        Some(format!("{}/{}", module.slug, lesson.slug)),
                    ));
                }
                for exercise in catalogue.exercises_of(lesson) {
                    figures.exercises += 1;
                    figures.exercise_minutes += exercise.minutes;
                    *figures.kinds.entry(exercise.kind.as_str()).or_default() += 1;
                    for language in &exercise.languages {
                        *figures.languages.entry(language.as_str()).or_default() += 1;
                    }
                    used_before_introduced +=
                        exercise.concepts.iter().filter(|concept| !introduced.contains(*concept)).count();
                    difficulty.push(Step {
                        exercise: format!("{}/{}", exercise.module, exercise.slug),
                        kind: exercise.kind.as_str(),
                        difficulty: exercise.difficulty,
                        minutes: exercise.minutes,
                    });
                }
            }
            all.add(&figures);
            modules.push(figures);
        }
        let rest = catalogue.concepts().filter(|concept| !introduced.contains(&concept.id));
        concepts.extend(rest.map(|concept| concept_figures(catalogue, &concept.id, None)));
        Self { modules, all, difficulty, concepts, used_before_introduced }
    }

    /// As tables.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut rows = vec![
            ["module", "lessons", "minutes", "exercises", "minutes", "kinds", "languages"].map(str::to_owned).to_vec(),
        ];
        rows.extend(self.modules.iter().chain([&self.all]).map(|module| {
            vec![
                module.module.clone(),
                module.lessons.to_string(),
                module.lesson_minutes.to_string(),
                module.exercises.to_string(),
                module.exercise_minutes.to_string(),
                counted(&module.kinds),
                counted(&module.languages),
            ]
        }));
        text.push_str(&table(&rows));

        let mut rows = vec![["difficulty", "", "minutes", "kind", "exercise"].map(str::to_owned).to_vec()];
        rows.extend(self.difficulty.iter().map(|step| {
            let bar = "#".repeat(usize::from(step.difficulty));
            vec![
                step.difficulty.to_string(),
                bar,
                step.minutes.to_string(),
                step.kind.to_owned(),
                step.exercise.clone(),
            ]
        }));
        text.push('\n');
        text.push_str(&table(&rows));

        let mut rows = vec![["concept", "practised", "needed", "introduced by"].map(str::to_owned).to_vec()];
        rows.extend(self.concepts.iter().map(|concept| {
            let by = concept.introduced_by.clone().unwrap_or_else(|| "no lesson".to_owned());
            vec![concept.concept.clone(), concept.practised.to_string(), concept.needed.to_string(), by]
        }));
        text.push('\n');
        text.push_str(&table(&rows));

        let never = self.concepts.iter().filter(|concept| concept.practised == 0).count();
        let nowhere = self.concepts.iter().filter(|concept| concept.introduced_by.is_none()).count();
        let _ = writeln!(
            text,
            "\nconcepts: {}, never practised: {never}, introduced by no lesson: {nowhere}, used before they are introduced: {}",
            self.concepts.len(),
            self.used_before_introduced
        );
        text
    }
}

fn concept_figures(catalogue: &Catalogue, concept: &str, introduced_by: Option<String>) -> ConceptFigures {
    let among = |names: &[String]| names.iter().any(|name| name == concept);
    ConceptFigures {
        concept: concept.to_owned(),
        introduced_by,
        needed: catalogue.lessons().filter(|lesson| among(&lesson.needs)).count(),
        practised: catalogue.exercises().iter().filter(|exercise| among(&exercise.concepts)).count(),
    }
}

fn counted(counts: &BTreeMap<&'static str, usize>) -> String {
    counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

/// Rows in columns: numbers to the right, words to the left.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let is_number = |column: usize| rows.iter().skip(1).all(|row| row[column].parse::<u64>().is_ok());
    let numbers: Vec<bool> = (0..columns).map(is_number).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for ((cell, &width), &number) in row.iter().zip(&widths).zip(&numbers) {
            let padding = " ".repeat(width - cell.chars().count());
            let (before, after) = if number { (padding.as_str(), "") } else { ("", padding.as_str()) };
            let _ = write!(line, "{before}{cell}{after}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_to_the_right_and_words_to_the_left() {
        let rows = [["name", "count"], ["a", "12"], ["bcdef", "3"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows), "name   count\na         12\nbcdef      3\n");
    }

    #[test]
    fn the_small_content_is_counted() {
        let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../curriculum/fixtures"));
        let figures = Figures::of(&Catalogue::load(root).unwrap());
        let json = serde_json::to_value(&figures).unwrap();
        assert_eq!(json["all"]["lessons"], 2);
        assert_eq!(json["all"]["exercises"], 2);
        assert_eq!(json["all"]["languages"], serde_json::json!({"javascript": 2, "python": 2}));
        assert_eq!(json["difficulty"][0]["exercise"], "http/pick-a-method");
        assert_eq!(json["used_before_introduced"], 0);
        let text = figures.text();
        assert!(text.contains("http/pick-a-method") && text.contains("used before they are introduced: 0"), "{text}");
    }
}
