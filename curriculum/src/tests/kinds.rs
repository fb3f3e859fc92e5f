//! What is wrong with exercises of each kind, spoilt from those that `backroad new` makes.

use domain::{Action, ExerciseKind, Language};

use super::{
    LESSON, Tree,
    refusals::{Case, said},
};
use crate::scaffold;

const FOLDER: &str = "exercises/http/made";

/// A tree with a new exercise in it.
fn made(kind: ExerciseKind) -> Tree {
    let tree = Tree::new();
    let languages = if kind.is_solved_in(Language::Python) { vec![Language::Python] } else { Vec::new() };
    scaffold::exercise(&tree.path(""), "http", "made", kind, &languages).unwrap().write(&tree.path("")).unwrap();
    let tree = tree.replace(LESSON, "\"http/pick-a-method\"", "\"http/pick-a-method\", \"http/made\"");
    assert_eq!(tree.load().err(), None, "{kind}");
    tree
}

/// Something else in one place of one of its files.
fn spoilt(wrong: &'static str, kind: ExerciseKind, file: &str, find: &str, replace: &str) -> Case {
    (wrong, made(kind).replace(&format!("{FOLDER}/{file}"), find, replace))
}

/// Something else in one place of its tests.
fn tests(wrong: &'static str, kind: ExerciseKind, find: &str, replace: &str) -> Case {
    spoilt(wrong, kind, "tests.toml", find, replace)
}

#[test]
fn functions() {
    let kind = ExerciseKind::Function;
    let last = "call = \"greet\"\nargs = [\"\"]\nexpect = { json = \"Hello, stranger!\" }";
    let said = said(vec![
        tests("a program", kind, last, "run = {}\nexpect = { stdout = \"\" }"),
        tests("a request", kind, last, "request = { path = \"/\" }\nexpect = { status = 200 }"),
        tests("a query", kind, last, "query = \"SELECT 1\"\nexpect = { rows = [] }"),
        tests("a restart", kind, last, "step = [{ restart = true }]"),
        tests("steps that expect nothing", kind, last, "step = [{ call = \"greet\" }, { call = \"greet\" }]"),
        tests("a call and a program in one step", kind, last, &format!("run = {{}}\n{last}")),
        tests("an attack", kind, last, &format!("attack = true\n{last}")),
        tests("an implementation", kind, last, "against = \"right\""),
        tests("growth", kind, last, &format!("grow = {{ sizes = [10, 20, 40], at_most = \"n\" }}\n{last}")),
        tests("a dataset", kind, last, &format!("on = [\"few\"]\n{last}")),
        tests("something made for a size", kind, "args = [\"\"]", "args = [{ \"$gen\" = { size = 1 } }]"),
        tests("a status", kind, "expect = { json = \"Hello, stranger!\" }", "expect = { status = 200 }"),
        tests("never done", kind, last, &format!("repeat = 0\n{last}")),
        tests("a check without check.py", kind, last, "check = \"numbers_differ\""),
        tests("a step with an unknown key", kind, last, "step = [{ call = \"greet\", expects = 1 }]"),
        tests("no request asked for", kind, "{ json = \"Hello, stranger!\" }", "{ asks = [] }"),
        spoilt("a module for tests", kind, "exercise.toml", "languages =", "module = \"greetings\"\nlanguages ="),
        spoilt("functions for tests", kind, "exercise.toml", "languages =", "functions = [\"greet\"]\nlanguages ="),
        ("a check.py that nothing calls", made(kind).write(&format!("{FOLDER}/check.py"), "def f(subject): pass\n")),
        tests(
            "a header of what a function returns",
            kind,
            last,
            "step = [{ call = \"greet\", expect = { length = 1 }, capture = { id = \"header:Location\" } }]",
        ),
        tests(
            "a call that is not measured",
            kind,
            last,
            "step = [{ call = \"greet\", unmeasured = true, expect = { length = 1 } }]",
        ),
        spoilt("SQL", kind, "exercise.toml", "[\"python\"]", "[\"sql\"]"),
        spoilt("no languages", kind, "exercise.toml", "languages = [\"python\"]", ""),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn programs() {
    let kind = ExerciseKind::Program;
    let run = |wrong, run: &str| tests(wrong, kind, "run = {}", run);
    let expect = |wrong, expect: &str| tests(wrong, kind, "{ stdout = \"Hello, stranger!\\n\" }", expect);
    let said = said(vec![
        run("a call", "call = \"greet\""),
        run("an unknown part", "run = { input = \"\" }"),
        run("a file in a folder", "run = { files = { \"a/b.txt\" = \"\" } }"),
        run("arguments of a call", "args = [\"--loud\"]\nrun = {}"),
        run("a number as an argument", "run = { args = [3] }"),
        expect("a value", "{ json = 1 }"),
        expect("a status", "{ status = 200 }"),
        expect("rows", "{ rows = [] }"),
        expect("a number as output", "{ stdout = 1 }"),
        expect("a text as the exit code", "{ exit_code = \"2\" }"),
        expect("an unknown way to compare", "{ stderr = { equals = \"\" } }"),
        expect("no way to compare", "{ files = { \"a.txt\" = {} } }"),
        expect("a bad regular expression", "{ stdout = { matches = \"a(b\" } }"),
        expect("absent or not", "{ files = { \"a.txt\" = { absent = false } } }"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn services() {
    let kind = ExerciseKind::Http;
    let request = |wrong, request: &str| tests(wrong, kind, "request = { path = \"/hello/\" }", request);
    let expect = |wrong, expect: &str| tests(wrong, kind, "{ status = 200, body = \"Hello, stranger!\" }", expect);
    let capture = |wrong, from: &str| {
        let step = format!(
            "step = [{{ request = {{ path = \"/\" }}, expect = {{ status = 200 }}, capture = {{ id = {from} }} }}]"
        );
        let last = "request = { path = \"/hello/\" }\nexpect = { status = 200, body = \"Hello, stranger!\" }";
        tests(wrong, kind, last, &step)
    };
    let said = said(vec![
        request("a call", "call = \"greet\""),
        request("no path", "request = { method = \"GET\" }"),
        request("a path without its slash", "request = { path = \"hello\" }"),
        request("a method in small letters", "request = { method = \"get\", path = \"/\" }"),
        request("two bodies", "request = { path = \"/\", json = {}, body = \"\" }"),
        request("a header that is a table", "request = { path = \"/\", headers = { Accept = {} } }"),
        request("an unknown part", "request = { path = \"/\", query = \"a=1\" }"),
        expect("a status of 99", "{ status = 99 }"),
        expect("a status of 600", "{ status = 600 }"),
        expect("what a program prints", "{ stdout = \"\" }"),
        expect("an exception", "{ raises = \"ValueError\" }"),
        expect("a header by an unknown way", "{ headers = { Location = { is = \"/\" } } }"),
        expect("a header that is a number", "{ headers = { Content-Length = 3 } }"),
        expect("nothing", "{}"),
        capture("captured from nowhere", "\"id\""),
        capture("captured from no key", "\"$.items..id\""),
        capture("captured from a number", "1"),
        tests(
            "a restart that expects",
            kind,
            "request = { path = \"/hello/\" }\nexpect = { status = 200, body = \"Hello, stranger!\" }",
            "step = [{ restart = true, expect = { status = 200 } }]",
        ),
        tests("a host with an unknown key", kind, "[[test]]", "[network.\"x.example\"]\nroutes = []\n\n[[test]]"),
        tests(
            "a response with an unknown key",
            kind,
            "[[test]]",
            "[network.\"x.example\"]\nresponses = [{ path = \"/\", json = {} }]\n\n[[test]]",
        ),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn queries() {
    let kind = ExerciseKind::Sql;
    let first = "{ columns = [\"name\"], rows = [[\"Ada\"], [\"Cy\"]], ordered = true }";
    let expect = |wrong, expect: &str| tests(wrong, kind, first, expect);
    let said = said(vec![
        ("one dataset only", made(kind).remove(&format!("{FOLDER}/datasets/none-in-london.sql"))),
        ("no dataset", made(kind).remove(&format!("{FOLDER}/datasets"))),
        ("a dataset that is no SQL", made(kind).write(&format!("{FOLDER}/datasets/few.csv"), "name\n")),
        ("a dataset with a bad name", made(kind).write(&format!("{FOLDER}/datasets/Many.sql"), "")),
        tests("a dataset that is not there", kind, "on = [\"few\"]", "on = [\"many\"]"),
        tests("a call", kind, "on = [\"few\"]", "call = \"greet\""),
        expect("rows and a query for them", "{ rows = [], same_as = \"SELECT 1\" }"),
        expect("rows that are no lists", "{ rows = [1] }"),
        expect("an order of nothing", "{ columns = [\"name\"], ordered = true }"),
        expect("no full scan of nothing", "{ no_full_scan = [] }"),
        expect("a full scan", "{ no_full_scan = false }"),
        expect("rows of what is refused", "{ refused = \"CHECK\", rows = [] }"),
        expect("a value", "{ json = 1 }"),
        expect("nothing", "{}"),
        spoilt("another language", kind, "exercise.toml", "concepts =", "languages = [\"python\"]\nconcepts ="),
        spoilt("a mutant that does not apply", kind, "sql/mutants.toml", " ORDER BY name", " ORDER BY id"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn a_query_of_the_tests_comes_after_the_learners_script() {
    let file = format!("{FOLDER}/tests.toml");
    let query = "on = [\"few\"]\nquery = \"SELECT name FROM people\"";
    let tree = made(ExerciseKind::Sql).replace(&file, "on = [\"few\"]", query);
    let catalogue = tree.load().unwrap();
    let variant = catalogue.exercise("http", "made").unwrap().variant(Language::Sql).unwrap();
    let actions: Vec<_> = variant.assessment.suite.tests[0].steps.iter().map(|step| &step.action).collect();
    assert_eq!(actions, [&Action::Script, &Action::Query("SELECT name FROM people".to_owned())]);
}

#[test]
fn holes() {
    let kind = ExerciseKind::Security;
    let file = format!("{FOLDER}/tests.toml");
    let said = said(vec![
        ("no attack", made(kind).replace(&file, "attack = true\n", "").replace(&file, "attack = true\n", "")),
        (
            "nothing that must survive",
            made(kind)
                .replace(&file, "name = \"keeps our own paths\"", "name = \"keeps our own paths\"\nattack = true")
                .replace(&file, "name = \"sends others home\"", "name = \"sends others home\"\nattack = true"),
        ),
        tests("an attack that is a word", kind, "attack = true", "attack = \"yes\""),
        tests("a query", kind, "call = \"landing_page\" # or `run`, or `request`", "query = \"SELECT 1\""),
        spoilt("a mutant that does not apply", kind, "python/mutants.toml", "find = '\"//\"'", "find = '\"///\"'"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn tests_of_learners() {
    let kind = ExerciseKind::Tests;
    let bugs = "python/bugs.toml";
    let said = said(vec![
        tests("against a bug that is not there", kind, "against = \"calls a stranger nobody\"", "against = \"calls\""),
        tests("nothing that is right", kind, "against = \"right\"", "against = \"calls a stranger nobody\""),
        tests("a call", kind, "against = \"right\"", "call = \"greet\"\nexpect = { length = 1 }"),
        tests("an implementation and a call", kind, "against = \"right\"", "against = \"right\"\ncall = \"greet\""),
        spoilt("no module", kind, "exercise.toml", "module =", "# module ="),
        spoilt("no functions", kind, "exercise.toml", "[\"greet\"]", "[]"),
        spoilt("a language without tests", kind, "exercise.toml", "[\"python\"]", "[\"python\", \"php\"]"),
        ("no implementation", made(kind).remove(&format!("{FOLDER}/python/right.py"))),
        ("no list of bugs", made(kind).remove(&format!("{FOLDER}/{bugs}"))),
        ("no bug", made(kind).write(&format!("{FOLDER}/{bugs}"), "")),
        spoilt("a bug that does not apply", kind, bugs, "'\"stranger\"'", "'\"strangers\"'"),
        spoilt("a bug that changes nothing", kind, bugs, "'\"nobody\"'", "'\"stranger\"'"),
        spoilt("two bugs of one name", kind, bugs, "\"calls a stranger nobody\"", "\"forgets the exclamation mark\""),
        spoilt("a bug with an unknown key", kind, bugs, "replace =", "with ="),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn performance() {
    let kind = ExerciseKind::Performance;
    let grow = |wrong, grow: &str| tests(wrong, kind, "{ sizes = [500, 1000, 2000], at_most = \"n\" }", grow);
    let generated = |wrong, generator: &str| tests(wrong, kind, "{ range = {} }", generator);
    let said = said(vec![
        grow("two sizes", "{ sizes = [500, 1000], at_most = \"n\" }"),
        grow("falling sizes", "{ sizes = [500, 1000, 900], at_most = \"n\" }"),
        grow("a size of one", "{ sizes = [1, 2, 3], at_most = \"n\" }"),
        grow("a size beyond measure", "{ sizes = [10, 100, 10000001], at_most = \"n\" }"),
        grow("an unknown bound", "{ sizes = [500, 1000, 2000], at_most = \"n^3\" }"),
        grow("no bound", "{ sizes = [500, 1000, 2000] }"),
        grow("an unknown key", "{ sizes = [500, 1000, 2000], at_most = \"n\", at_least = \"n\" }"),
        generated("an unknown generator", "{ primes = {} }"),
        generated("a generator with an unknown key", "{ integers = { maximum = 1 } }"),
        generated("two generators", "{ range = {}, text = {} }"),
        tests("something made for no size", kind, "grow = {", "# grow = {"),
        tests("a program", kind, "call = \"has_twins\" # in snake_case; JavaScript sees camelCase", "run = {}"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn questions() {
    let kind = ExerciseKind::Quiz;
    let questions = |wrong, find: &str, replace: &str| spoilt(wrong, kind, "questions.toml", find, replace);
    let said = said(vec![
        ("no questions.toml", made(kind).remove(&format!("{FOLDER}/questions.toml"))),
        ("no question", made(kind).write(&format!("{FOLDER}/questions.toml"), "")),
        questions("no right option", ", right = true", ""),
        questions("an unknown key", "ask =", "hint = \"\"\nask ="),
        questions("an empty why", "It may make something new each time.", ""),
        ("tests", made(kind).write(&format!("{FOLDER}/tests.toml"), "")),
        ("code", made(kind).write(&format!("{FOLDER}/python/solution.py"), "")),
        spoilt("a language", kind, "exercise.toml", "concepts =", "languages = [\"python\"]\nconcepts ="),
    ]);
    insta::assert_snapshot!(said);
}
