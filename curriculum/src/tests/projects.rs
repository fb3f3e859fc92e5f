//! Projects: what the loader makes of their stages, and what it refuses.

use domain::{ExerciseKind, Language, StageName};

use super::{
    LESSON, Tree,
    refusals::{Case, said},
};
use crate::scaffold;

const FOLDER: &str = "exercises/http/made";

/// A tree with a new project of two stages in it.
fn made() -> Tree {
    let tree = Tree::new();
    let languages = [Language::Python, Language::Javascript];
    let made = scaffold::exercise(&tree.path(""), "http", "made", ExerciseKind::Project, &languages).unwrap();
    made.write(&tree.path("")).unwrap();
    let tree = tree.replace(LESSON, "\"http/pick-a-method\"", "\"http/pick-a-method\", \"http/made\"");
    assert_eq!(tree.load().err(), None);
    tree
}

fn spoilt(wrong: &'static str, file: &str, find: &str, replace: &str) -> Case {
    (wrong, made().replace(&format!("{FOLDER}/{file}"), find, replace))
}

fn with(wrong: &'static str, file: &str, content: &str) -> Case {
    (wrong, made().write(&format!("{FOLDER}/{file}"), content))
}

fn without(wrong: &'static str, file: &str) -> Case {
    (wrong, made().remove(&format!("{FOLDER}/{file}")))
}

#[test]
fn a_stage_has_its_own_tests_and_then_those_before() {
    let catalogue = made().load().unwrap();
    let project = catalogue.exercise("http", "made").unwrap();
    let stages: Vec<_> = catalogue.stages_of(project).collect();
    let [first, second] = stages.as_slice() else { panic!("{stages:?}") };
    assert_eq!((project.minutes, project.points, project.difficulty), (25, 20, 2));
    assert_eq!((first.path().as_str(), second.path().as_str()), ("http/made/greet", "http/made/greet-all"));
    for language in [Language::Python, Language::Javascript] {
        let tests = |stage: &crate::Exercise| -> Vec<_> {
            let suite = &stage.variants[&language].assessment.suite;
            suite.tests.iter().map(|test| (test.id.clone(), test.stage.clone())).collect()
        };
        let greet = StageName { number: 1, title: "Greet".to_owned() };
        assert_eq!(tests(first), [("greets-by-name".to_owned(), None)]);
        assert_eq!(
            tests(second),
            [
                ("greets-each".to_owned(), None),
                ("greets-nobody".to_owned(), None),
                ("greets-by-name".to_owned(), Some(greet)),
            ]
        );
        // Nobody is given the solution of a stage to begin the next with.
        assert_eq!(second.variants[&language].starter, first.variants[&language].starter);
        assert_ne!(second.variants[&language].starter, first.variants[&language].solution);
    }
    assert_eq!(first.draft_id(), second.draft_id());
    assert_eq!(catalogue.stage_before(second), Some(*first));
    assert_eq!(catalogue.stage_before(first), None);
    assert_eq!(catalogue.exercise_by_id(&second.id), Some(*second));
    assert_eq!(catalogue.lesson_of(&second.id), catalogue.lesson_of(&project.id));
    assert!(catalogue.lesson_of(&second.id).is_some());
    assert!(catalogue.exercises().iter().all(|exercise| exercise.id != first.id));
    assert_eq!(catalogue.judged().filter(|one| one.stage.is_some()).count(), 2);
    assert!(catalogue.judged().all(|one| one.id != project.id));
    // It is the last of its lesson, and no way to skip the module.
    let module = catalogue.module("http").unwrap();
    assert!(catalogue.test_out(module).iter().all(|exercise| exercise.kind != ExerciseKind::Project));
    assert!(!catalogue.test_out(module).is_empty());
}

#[test]
fn a_change_of_an_earlier_test_is_one_of_every_later_stage() {
    let hash = |tree: &Tree, slug: &str| tree.load().unwrap().stage("http", "made", slug).unwrap().content_hash.clone();
    let tree = made();
    let (first, second) = (hash(&tree, "greet"), hash(&tree, "greet-all"));
    let worded = made().replace(&format!("{FOLDER}/stages/01-greet/tests.toml"), "The greeting names", "It names");
    assert_eq!((hash(&worded, "greet"), hash(&worded, "greet-all")), (first.clone(), second.clone()));
    let other = made().replace(&format!("{FOLDER}/stages/01-greet/tests.toml"), "\"Ada\"", "\"Ida\"");
    assert!(hash(&other, "greet") != first && hash(&other, "greet-all") != second);
}

#[test]
fn what_is_wrong_with_a_project_is_refused() {
    let stage = "stages/02-greet-all";
    let said = said(vec![
        spoilt("an unknown key", "project.toml", "concepts", "kind = \"project\"\nconcepts"),
        spoilt("no languages", "project.toml", "languages = [\"python\", \"javascript\"]", ""),
        spoilt("a language that no stage is solved in", "project.toml", "[\"python\",", "[\"sql\","),
        spoilt("a concept that is none", "project.toml", "concepts = []", "concepts = [\"telepathy\"]"),
        without("one stage alone", stage),
        without("no stages", "stages"),
        without("no starter", "python/starter.py"),
        without("a stage without its file", &format!("{stage}/stage.toml")),
        without("a stage without a solution", &format!("{stage}/python/solution.py")),
        with("a stage with a starter of its own", &format!("{stage}/python/starter.py"), "x = 1\n"),
        with("a solution of the whole project", "python/solution.py", "x = 1\n"),
        with("hints of the whole project", "hints.md", "## A\n\nB.\n"),
        with("a file among the stages", "stages/notes.md", "x"),
        with("a stage without a number", "stages/third/stage.toml", ""),
        with("two stages of one name", "stages/03-greet/stage.toml", ""),
        with("exercise.toml in a project", "exercise.toml", ""),
        with("a check.py that nothing calls", "check.py", "def f(subject): pass\n"),
        spoilt("a kind that is none of a stage", &format!("{stage}/stage.toml"), "\"function\"", "\"quiz\""),
        spoilt("a kind that is not solved in its languages", &format!("{stage}/stage.toml"), "\"function\"", "\"sql\""),
        spoilt(
            "a summary of two lines",
            &format!("{stage}/stage.toml"),
            "A list of people is greeted, each by name.",
            "A\\nB",
        ),
        spoilt("too hard", &format!("{stage}/stage.toml"), "difficulty = 2", "difficulty = 11"),
        spoilt("a test of an earlier stage's name", &format!("{stage}/tests.toml"), "greets-nobody", "greets-by-name"),
        spoilt(
            "a test that does not fit its stage",
            &format!("{stage}/tests.toml"),
            "call = \"greet_all\"",
            "run = {}",
        ),
        spoilt("a mutant that does not apply", &format!("{stage}/python/mutants.toml"), "Hello, ", "Salut, "),
        ("a project in exercise.toml", {
            let tree = Tree::new();
            tree.replace("exercises/http/pick-a-method/exercise.toml", "kind = \"function\"", "kind = \"project\"")
        }),
    ]);
    insta::assert_snapshot!(said);
}
