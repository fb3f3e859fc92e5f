//! The fixture as a catalogue: everything is found, in the order of the road.

use std::{fs, path::Path};

use domain::{Condition, Expectation, Language, Limits, Reveal, Step};

use super::{Tree, fixture};
use crate::Catalogue;

fn catalogue() -> Catalogue {
    Catalogue::load(&fixture()).unwrap()
}

#[test]
fn the_fixture_loads() {
    let catalogue = catalogue();
    let modules: Vec<_> = catalogue.modules().iter().map(|module| (module.number, module.slug.as_str())).collect();
    assert_eq!(modules, [(1, "http"), (9, "apis")]);
    let lessons: Vec<_> = catalogue.lessons().map(|lesson| (lesson.module.as_str(), lesson.slug.as_str())).collect();
    assert_eq!(lessons, [("http", "methods"), ("apis", "idempotency-keys")]);
    // By the road, although `apis` comes first in the alphabet.
    let exercises: Vec<_> = catalogue.exercises().iter().map(crate::Exercise::path).collect();
    assert_eq!(exercises, ["http/pick-a-method", "apis/charge-once"]);
    assert_eq!(catalogue.concepts().count(), 4);
    assert_eq!(catalogue.concept("http-methods").unwrap().name, "HTTP method");
}

#[test]
fn the_content_of_this_repository_loads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if let Err(errors) = Catalogue::load(&root) {
        let lines: Vec<_> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"));
    }
}

#[test]
fn the_examples_of_the_authors_handbook_load() {
    let handbook = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/authoring.md")).unwrap();
    let block = |start: &str, end: &str, with: &str| {
        let blocks = handbook.split(start).skip(1).map(|rest| rest.split(end).next().unwrap());
        blocks.into_iter().find(|block| block.contains(with)).unwrap().to_owned()
    };
    let exercise = "exercises/http/pick-a-method";
    let code = "if first_body != body:\nif key in done:\n    done[key] = done[key]\n";
    let tree = Tree::new()
        .write(super::LESSON, block("````markdown\n", "````", "+++"))
        .remove("lessons/01-http/request.svg")
        .write(
            "lessons/concepts.toml",
            format!(
                "{}\n[http-methods]\nname = \"a\"\nsummary = \"b\"\n[idempotency-key]\nname = \"c\"\nsummary = \"d\"\n",
                block("```toml\n", "```", "[status-codes]")
            ),
        )
        .replace("lessons/09-apis/07-idempotency-keys.md", "\"idempotent-method\", \"status-codes\"", "")
        .replace("lessons/09-apis/07-idempotency-keys.md", ", \"idempotency-key-draft\"", "")
        .write("lessons/bibliography.toml", block("```toml\n", "```", "[rfc9110]"))
        .write(&format!("{exercise}/tests.toml"), block("```toml\n", "```", "[[test]]"))
        .write(&format!("{exercise}/python/solution.py"), code)
        .write(&format!("{exercise}/python/mutants.toml"), block("```toml\n", "```", "[[mutant]]"))
        .write(&format!("{exercise}/python/mutants/keeps-nothing.py"), "pass\n");
    let catalogue = tree.load().unwrap_or_else(|errors| panic!("{errors}"));
    let variant = catalogue.exercise("http", "pick-a-method").unwrap().variant(Language::Python).unwrap();
    assert_eq!((variant.assessment.suite.tests.len(), variant.mutants.len()), (2, 3));
}

#[test]
fn what_builds_on_what_follows_from_the_concepts() {
    let catalogue = catalogue();
    let (http, apis) = (catalogue.module("http").unwrap(), catalogue.module("apis").unwrap());
    let slugs = |lessons: Vec<&crate::Lesson>| lessons.into_iter().map(|one| one.slug.clone()).collect::<Vec<_>>();
    assert_eq!(slugs(catalogue.builds_on(&apis.lessons[0])), ["methods"]);
    assert_eq!(slugs(catalogue.builds_on(&http.lessons[0])), [""; 0]);
    let modules: Vec<_> = catalogue.module_builds_on(apis).into_iter().map(|module| module.slug.as_str()).collect();
    assert_eq!(modules, ["http"]);
    assert!(catalogue.module_builds_on(http).is_empty());
    let end: Vec<_> = catalogue.test_out(apis).into_iter().map(crate::Exercise::path).collect();
    assert_eq!(end, ["apis/charge-once"]);
}

#[test]
fn everything_is_found_by_its_slugs() {
    let catalogue = catalogue();
    for module in catalogue.modules() {
        assert_eq!(catalogue.module(&module.slug), Some(module));
    }
    for lesson in catalogue.lessons() {
        assert_eq!(catalogue.lesson(&lesson.module, &lesson.slug), Some(lesson));
    }
    for exercise in catalogue.exercises() {
        assert_eq!(catalogue.exercise(&exercise.module, &exercise.slug), Some(exercise));
        assert_eq!(catalogue.exercise_by_id(&exercise.id), Some(exercise));
    }
    assert_eq!(catalogue.module("none"), None);
    assert_eq!(catalogue.lesson("apis", "methods"), None);
    assert_eq!(catalogue.exercise("http", "charge-once"), None);
}

#[test]
fn the_road_leads_from_lesson_to_lesson_and_to_exercises() {
    let catalogue = catalogue();
    let first = catalogue.lesson("http", "methods").unwrap();
    let second = catalogue.lesson("apis", "idempotency-keys").unwrap();
    assert_eq!(catalogue.next_lesson(&first.id), Some(second));
    assert_eq!(catalogue.next_lesson(&second.id), None);
    assert_eq!(catalogue.previous_lesson(&second.id), Some(first));
    assert_eq!(catalogue.previous_lesson(&first.id), None);
    let exercise = catalogue.exercise("apis", "charge-once").unwrap();
    assert_eq!(catalogue.lesson_of(&exercise.id), Some(second));
    assert_eq!(catalogue.exercises_of(second).collect::<Vec<_>>(), [exercise]);
    assert_eq!(exercise.prerequisites, [catalogue.exercise("http", "pick-a-method").unwrap().id.clone()]);
}

#[test]
fn a_lesson_has_all_that_its_front_matter_says() {
    let catalogue = catalogue();
    let lesson = catalogue.lesson("apis", "idempotency-keys").unwrap();
    assert_eq!(lesson.title, "Charging a card exactly once");
    assert_eq!((lesson.number, lesson.minutes), (7, 9));
    assert_eq!(lesson.concepts, ["idempotency-key"]);
    assert_eq!(lesson.needs, ["http-methods", "idempotent-method", "status-codes"]);
    let sources: Vec<_> = lesson.sources.iter().map(|source| (source.title.as_str(), source.url.as_deref())).collect();
    assert_eq!(sources[0], ("RFC 9110: HTTP semantics", Some("https://www.rfc-editor.org/rfc/rfc9110")));
    assert_eq!(sources[1].1, None);
    let toc: Vec<_> = lesson.toc.iter().map(|entry| entry.anchor.as_str()).collect();
    assert_eq!(toc, ["why-post-is-different", "the-key", "two-questions-a-good-reviewer-asks"]);
}

#[test]
fn code_to_try_is_listed_with_file_and_line() {
    let catalogue = catalogue();
    let text = fs::read_to_string(fixture().join("lessons/09-apis/07-idempotency-keys.md")).unwrap();
    let blocks: Vec<_> = catalogue.try_blocks().collect();
    assert_eq!(blocks.len(), 2);
    for block in &blocks {
        assert_eq!(block.file, Path::new("lessons/09-apis/07-idempotency-keys.md"));
        let fence = text.lines().nth(block.line - 1).unwrap();
        assert_eq!(fence, format!("```{} try", block.variant.language));
    }
    assert!(blocks[0].variant.output.as_ref().unwrap().ends_with("charged: [1200]"));
    assert_eq!(blocks[1].variant.output, None);
}

#[test]
fn an_exercise_has_one_variant_a_language_under_the_names_of_the_guest() {
    let catalogue = catalogue();
    let exercise = catalogue.exercise("apis", "charge-once").unwrap();
    assert_eq!(exercise.languages, [Language::Python, Language::Javascript]);
    assert_eq!(exercise.limits, Limits::default());
    let javascript = exercise.variant(Language::Javascript).unwrap();
    for files in [&javascript.starter, &javascript.solution, &javascript.mutants[1].files] {
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].name, "main.js");
    }
    assert_eq!(javascript.mutants[1].name, "keeps nothing");
    assert!(javascript.mutants[0].files[0].content.contains("if (false)"));
    assert_eq!(javascript.assessment.points, 10);
    assert_eq!(exercise.variant(Language::Python).unwrap().mutants.len(), 3);
    let titles: Vec<_> = exercise.hints.iter().map(|hint| hint.title.as_str()).collect();
    assert_eq!(titles, ["Where to remember", "What to compare", "When to store"]);
}

#[test]
fn tests_differ_by_language_only_in_what_they_raise() {
    let catalogue = catalogue();
    let exercise = catalogue.exercise("http", "pick-a-method").unwrap();
    assert_eq!(exercise.limits, Limits { time_ms: 500, ..Limits::default() });
    let tests = |language| &exercise.variant(language).unwrap().assessment.suite.tests;
    let (python, javascript) = (tests(Language::Python), tests(Language::Javascript));
    assert_eq!(python[0], javascript[0]);
    assert_eq!(
        python[2].steps[0],
        Step::call("pick_method", vec![serde_json::Value::Null], Expectation::Raises("ValueError".into()))
    );
    assert_eq!(javascript[2].steps[0].expect, [Condition::of_value(Expectation::Raises("Error".into()))]);
    let reveals: Vec<_> = python.iter().map(|test| (test.visible, test.reveal)).collect();
    assert_eq!(reveals, [(true, Reveal::Full), (false, Reveal::Input), (false, Reveal::Name)]);
}

#[test]
fn the_content_hash_changes_with_the_verdict_and_not_with_words() {
    let tests = "exercises/http/pick-a-method/tests.toml";
    let toml = "exercises/http/pick-a-method/exercise.toml";
    let hash = |tree: Tree| tree.load().unwrap().exercise("http", "pick-a-method").unwrap().content_hash.clone();
    let before = hash(Tree::new());
    assert_eq!(before.len(), 64);
    for same in [
        Tree::new(),
        Tree::new().replace(tests, "Reading is what GET is for.", "GET is for reading."),
        Tree::new().replace(tests, "name = \"reads", "name = \"always reads"),
        Tree::new().replace(toml, "points = 5", "points = 6"),
        Tree::new().append("exercises/http/pick-a-method/python/solution.py", "# good\n"),
    ] {
        assert_eq!(hash(same), before);
    }
    for other in [
        Tree::new().replace(tests, "[\"read\"]", "[\"reads\"]"),
        Tree::new().replace(tests, "\"GET\"", "\"get\""),
        Tree::new().replace(toml, "time_ms = 500", "time_ms = 501"),
        Tree::new().replace(tests, "id = \"reads-with-get\"", "id = \"reads\""),
    ] {
        assert_ne!(hash(other), before);
    }
}

#[test]
fn what_editors_leave_behind_and_other_line_breaks_do_no_harm() {
    let text = fs::read_to_string(fixture().join(super::LESSON)).unwrap();
    let tree = Tree::new()
        .write("lessons/01-http/.01-methods.md.swp", "x")
        .write("exercises/http/pick-a-method/tests.toml~", "x")
        .write("lessons/.DS_Store", "x")
        .write(super::LESSON, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let lesson = |catalogue: &Catalogue| catalogue.lesson("http", "methods").unwrap().clone();
    assert_eq!(lesson(&tree.load().unwrap()), lesson(&catalogue()));
}
