//! What is made is what the loader takes, whatever the kind.

use std::{fs, path::Path};

use domain::{ExerciseKind, Language};

use super::{Scaffold, ScaffoldError, exercise, lesson};
use crate::{
    Catalogue,
    tests::{LESSON, Tree},
};

/// The tree with the new exercise, and the lesson that leads to it.
fn with(tree: Tree, scaffold: &Scaffold, slug: &str) -> Tree {
    scaffold.write(&tree.path("")).unwrap();
    tree.replace(LESSON, "\"http/pick-a-method\"", &format!("\"http/pick-a-method\", \"http/{slug}\""))
}

fn load(tree: &Tree) -> Catalogue {
    tree.load().unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn every_kind_is_loaded_in_every_language_it_is_solved_in() {
    for kind in ExerciseKind::ALL {
        let is_other = |one: &Language| kind != ExerciseKind::Project || *one != Language::Sql;
        let languages: Vec<Language> =
            Language::ALL.into_iter().filter(|one| kind.is_solved_in(*one) && is_other(one)).collect();
        let tree = Tree::new();
        let made = exercise(&tree.path(""), "http", "say-hello", kind, &languages).unwrap();
        let tree = with(tree, &made, "say-hello");
        let catalogue = load(&tree);
        let found = catalogue.exercise("http", "say-hello").unwrap();
        assert_eq!((found.kind, found.title.as_str()), (kind, "Say hello"));
        let judged = catalogue.stages_of(found).last().unwrap_or(found);
        let solved_in: Vec<Language> = judged.variants.keys().copied().collect();
        let mut expected = languages;
        expected.sort();
        assert_eq!(solved_in, expected, "{kind}");
        assert_eq!(found.questions.is_empty(), kind != ExerciseKind::Quiz);
    }
}

#[test]
fn a_project_in_sql_is_one_of_its_own() {
    let tree = Tree::new();
    let make = |languages: &[Language]| exercise(&tree.path(""), "http", "say-hello", ExerciseKind::Project, languages);
    let mixed = make(&[Language::Sql, Language::Python]).unwrap_err();
    assert!(matches!(mixed, ScaffoldError::Language { language: Language::Python, .. }), "{mixed}");
    let made = make(&[Language::Sql]).unwrap();
    let tree = with(Tree::new(), &made, "say-hello");
    let catalogue = load(&tree);
    let project = catalogue.exercise("http", "say-hello").unwrap();
    assert_eq!(project.languages, [Language::Sql]);
    assert_eq!(project.stages.len(), 2);
}

#[test]
fn the_languages_are_those_that_were_asked_for() {
    let root = Tree::new();
    let make = |kind, languages: &[Language]| exercise(&root.path(""), "http", "say-hello", kind, languages);
    let folders = |made: Scaffold| -> Vec<String> {
        let folder = Path::new("exercises/http/say-hello");
        let mut names: Vec<String> = made
            .files
            .keys()
            .map(|file| file.strip_prefix(folder).unwrap())
            .filter(|file| file.components().count() > 1)
            .map(|file| file.components().next().unwrap().as_os_str().to_str().unwrap().to_owned())
            .collect();
        names.dedup();
        names
    };
    assert_eq!(folders(make(ExerciseKind::Function, &[]).unwrap()), ["javascript", "python"]);
    assert_eq!(folders(make(ExerciseKind::Http, &[Language::Ruby]).unwrap()), ["ruby"]);
    assert_eq!(folders(make(ExerciseKind::Sql, &[]).unwrap()), ["datasets", "sql"]);
    for (kind, language) in [
        (ExerciseKind::Function, Language::Sql),
        (ExerciseKind::Sql, Language::Python),
        (ExerciseKind::Tests, Language::Php),
        (ExerciseKind::Quiz, Language::Python),
    ] {
        let error = make(kind, &[language]).unwrap_err();
        assert!(matches!(error, ScaffoldError::Language { .. }), "{error}");
    }
}

#[test]
fn each_has_an_identifier_of_its_own() {
    let tree = Tree::new();
    let id = |slug: &str| {
        let made = exercise(&tree.path(""), "http", slug, ExerciseKind::Quiz, &[]).unwrap();
        made.files[&Path::new("exercises/http").join(slug).join("exercise.toml")].clone()
    };
    assert_ne!(id("one").lines().nth(1), id("two").lines().nth(1));
}

#[test]
fn a_lesson_is_the_next_of_its_module() {
    let tree = Tree::new();
    let made = lesson(&tree.path(""), "apis", "retry-after").unwrap();
    made.write(&tree.path("")).unwrap();
    let catalogue = load(&tree);
    let found = catalogue.lesson("apis", "retry-after").unwrap();
    assert_eq!((found.number, found.title.as_str()), (8, "Retry after"));
}

#[test]
fn nothing_is_overwritten_and_no_name_is_taken_as_it_comes() {
    let tree = Tree::new();
    let root = tree.path("");
    let refused = |made: Result<Scaffold, ScaffoldError>, part: &str| {
        let said = made.unwrap_err().to_string();
        assert!(said.contains(part), "{said}");
    };
    let quiz = |module: &str, slug: &str| exercise(&root, module, slug, ExerciseKind::Quiz, &[]);
    refused(quiz("http", "pick-a-method"), "exercises/http/pick-a-method is there already");
    refused(quiz("git", "commit"), "there is no module `git` in lessons/; choose http, apis");
    refused(quiz("http", "../up"), "kebab-case");
    refused(quiz("http/..", "up"), "kebab-case");
    refused(lesson(&root, "http", "methods"), "01-http/01-methods.md is there already");
    refused(lesson(&root, "http", "Methods"), "kebab-case");
    refused(lesson(&root.join("exercises"), "http", "methods"), "lessons");

    // Somebody else was quicker.
    let made = quiz("http", "say-hello").unwrap();
    let file = root.join("exercises/http/say-hello/exercise.toml");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, "mine").unwrap();
    assert!(matches!(made.write(&root), Err(ScaffoldError::Taken { .. })));
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");

    let tree = tree.write("lessons/01-http/99-last.md", "");
    refused(lesson(&tree.path(""), "http", "one-more"), "99");
}
