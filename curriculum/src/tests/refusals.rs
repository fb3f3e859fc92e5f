//! C6: whatever is wrong with the content is refused, with its file and line.
//!
//! The expected messages are snapshots, one file for each table: a change of wording or of a line is seen in review.

use std::{fmt::Write, fs};

use super::{LESSON, Tree};

const CONCEPTS: &str = "lessons/concepts.toml";
const SOURCES: &str = "lessons/bibliography.toml";
const MODULE: &str = "lessons/01-http/module.toml";
const SECOND: &str = "lessons/09-apis/07-idempotency-keys.md";
const DRAWING: &str = "lessons/01-http/request.svg";
const EXERCISE: &str = "exercises/http/pick-a-method/exercise.toml";
const CHARGE: &str = "exercises/apis/charge-once/exercise.toml";
const TESTS: &str = "exercises/http/pick-a-method/tests.toml";
const HINTS: &str = "exercises/http/pick-a-method/hints.md";
const INSTRUCTIONS: &str = "exercises/http/pick-a-method/instructions.md";
const MUTANTS: &str = "exercises/http/pick-a-method/python/mutants.toml";
const PYTHON: &str = "exercises/http/pick-a-method/python";

/// What is wrong, and a tree in which it is.
pub(super) type Case = (&'static str, Tree);

/// Loads each tree; every one must be refused. Gives what was wrong and what was said.
pub(super) fn said(cases: Vec<Case>) -> String {
    let mut said = String::new();
    for (wrong, tree) in cases {
        let errors = tree.load().err().unwrap_or_else(|| panic!("not refused: {wrong}"));
        writeln!(said, "{wrong}\n    {}", errors.replace('\n', "\n    ")).unwrap();
    }
    said
}

fn replaced(wrong: &'static str, file: &str, find: &str, replace: &str) -> Case {
    (wrong, Tree::new().replace(file, find, replace))
}

fn without(wrong: &'static str, file: &str) -> Case {
    (wrong, Tree::new().remove(file))
}

fn with(wrong: &'static str, file: &str, content: &str) -> Case {
    (wrong, Tree::new().write(file, content))
}

/// A lesson that ends with this.
fn ending(wrong: &'static str, more: &str) -> Case {
    (wrong, Tree::new().append(LESSON, &format!("\n{more}\n")))
}

#[test]
fn files_and_folders() {
    let said = said(vec![
        without("no lessons", "lessons"),
        without("no exercises", "exercises"),
        without("no concepts", CONCEPTS),
        without("no bibliography", SOURCES),
        without("no module.toml", MODULE),
        without("a module without lessons", SECOND),
        without("no exercise.toml", EXERCISE),
        without("no instructions", INSTRUCTIONS),
        without("no explanation", "exercises/http/pick-a-method/explanation.md"),
        without("no hints", HINTS),
        without("no tests", TESTS),
        without("a declared language without a folder", "exercises/http/pick-a-method/javascript"),
        without("no starter", "exercises/http/pick-a-method/python/starter.py"),
        without("no solution", "exercises/http/pick-a-method/python/solution.py"),
        without("no mutants", MUTANTS),
        without("a diagram that is not there", DRAWING),
        ("not UTF-8", Tree::new().write(LESSON, b"+++\nid = \"\xff\"\n+++\n")),
        ("a lesson that is a folder", Tree::new().remove(LESSON).write(&format!("{LESSON}/x"), "")),
        ("a lesson too long to be one", Tree::new().append(LESSON, &"x".repeat(1024 * 1024))),
        with("an unknown file among the modules", "lessons/notes.txt", ""),
        with("a module without a number", "lessons/git/module.toml", ""),
        with("two modules of one number", "lessons/01-git/module.toml", ""),
        with("two modules of one slug", "lessons/02-http/module.toml", ""),
        with("two lessons of one number", "lessons/01-http/01-again.md", ""),
        with("two lessons of one slug", "lessons/01-http/02-methods.md", ""),
        with("an unknown file in a module", "lessons/01-http/methods.md", ""),
        with("a diagram that nothing shows", "lessons/01-http/other.svg", "<svg viewBox=\"0 0 1 1\"/>"),
        with("an exercise of no module", "exercises/git/commit/exercise.toml", ""),
        with("a file among the exercises", "exercises/http/readme.md", ""),
        with("an exercise with a bad name", "exercises/http/Pick_One/exercise.toml", ""),
        with("an unknown file in an exercise", "exercises/http/pick-a-method/hint.md", ""),
        with("a language that is not declared", "exercises/http/pick-a-method/ruby/starter.rb", ""),
        with("an unknown file among the code", "exercises/http/pick-a-method/python/main.py", ""),
        with("a mutant file that nothing uses", "exercises/apis/charge-once/javascript/mutants/x.js", ""),
        with("a list of concepts without any", CONCEPTS, ""),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn front_matter() {
    let said = said(vec![
        with("no front matter", LESSON, "# Hello\n"),
        with("front matter without an end", LESSON, "+++\nid = 1\n"),
        replaced("TOML that cannot be read", LESSON, "minutes = 6", "minutes = = 6"),
        replaced("an unknown key", LESSON, "minutes = 6", "minutes = 6\nminuets = 6"),
        replaced("a key twice", LESSON, "minutes = 6", "minutes = 6\nminutes = 7"),
        replaced("a missing key", LESSON, "minutes = 6\n", ""),
        replaced("a text for a number", LESSON, "minutes = 6", "minutes = \"6\""),
        replaced("a number out of bounds", LESSON, "minutes = 6", "minutes = 0"),
        replaced("a bad UUID", LESSON, "6a0d3f0a-", "6a0d3f0-"),
        replaced("a UUID in capitals", LESSON, "6a0d3f0a-", "6A0D3F0A-"),
        replaced(
            "an id that another has",
            LESSON,
            "6a0d3f0a-7f51-4f0c-8a53-0d2f6a1c2b11",
            "9e0f7c1d-0a5b-4e44-8f0d-2b7c0d9e9a09",
        ),
        replaced("an empty title", LESSON, "What a request wants", " "),
        replaced("a title of two lines", LESSON, "What a request wants", "What\\nnow"),
        replaced("an unknown concept", LESSON, "\"status-codes\"", "\"status-code\""),
        replaced("a concept twice in one list", LESSON, "\"status-codes\"", "\"http-methods\""),
        replaced("a concept introduced twice", SECOND, "concepts = [", "concepts = [\"http-methods\", "),
        replaced("an unknown need", SECOND, "needs = [", "needs = [\"sql\", "),
        replaced("a need of this very lesson", SECOND, "needs = [", "needs = [\n  \"idempotency-key\", "),
        replaced("a need of a later lesson", LESSON, "minutes = 6", "minutes = 6\nneeds = [\"idempotency-key\"]"),
        replaced("an unknown source", LESSON, "\"rfc9110\"", "\"rfc9111\""),
        replaced("an unknown exercise", LESSON, "\"http/pick-a-method\"", "\"http/pick-a-method\", \"http/pick\""),
        replaced(
            "an exercise of another module",
            LESSON,
            "\"http/pick-a-method\"",
            "\"http/pick-a-method\", \"apis/charge-once\"",
        ),
        replaced("an exercise that nothing leads to", SECOND, "exercises = [\"apis/charge-once\"]", "exercises = []"),
        replaced("nothing to do", LESSON, "exercises = [\"http/pick-a-method\"]", ""),
        replaced("a module with an unknown key", MODULE, "title =", "name = \"x\"\ntitle ="),
        replaced("a bad link in an introduction", MODULE, "/road/http/methods", "/road/http/verbs"),
        replaced("an empty introduction", "lessons/09-apis/module.toml", "Handlers, one after the other.", ""),
        replaced(
            "a concept without a summary",
            CONCEPTS,
            "summary = \"Three digits that say how a request went.\"\n",
            "",
        ),
        replaced("a concept with a bad id", CONCEPTS, "[status-codes]", "[status_codes]"),
        replaced("a source with an odd address", SOURCES, "https://www", "javascript:alert(1)//www"),
        replaced("a source with an unknown key", SOURCES, "url =", "link ="),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn text() {
    let said = said(vec![
        ending("HTML in a line", "a\nb <b>c</b>"),
        ending("HTML as a block", "<div>\nx\n</div>"),
        ending("a comment", "<!-- later -->"),
        ending("a heading of the first level", "# Title"),
        ending("a skipped level", "#### Deep"),
        ending("a heading without words", "## ---"),
        ending("a heading with an id of the page", "## Sources"),
        ending("a link to nowhere", "[x]()"),
        ending("a link without words", "[](/road)"),
        ending("javascript:", "a\n[x](javascript:alert(1))"),
        ending("data:", "[x](data:text/html,x)"),
        ending("a path that begins nowhere", "[x](02-next.md)"),
        ending("a page that is not there", "a [x](/roads) b"),
        ending("a module that is not there", "[x](/road/git)"),
        ending("a lesson that is not there", "[x](/road/http/verbs)"),
        ending("an exercise that is not there", "[x](/exercises/http/verbs)"),
        ending("a page below a page", "[x](/exercises/http/pick-a-method/more)"),
        ending("a heading that is not there", "[x](#nothing)"),
        ending("a heading that is not on another page", "[x](/road/apis/idempotency-keys#nothing)"),
        ending("a heading of a page without headings", "[x](/road/http#nothing)"),
        ending("a reference without a target", "[x][y]"),
        ending("a note of an unknown kind", "> [!HINT]\n> x"),
        ending("code behind spaces", "    x = 1"),
        ending("a fence without a language", "```\nx\n```"),
        ending("code that neither runs nor says why", "```python\nx\n```"),
        ending("http without a reason", "```http\nGET /\n```"),
        ending("a language that is not run", "```rust try\nfn main() {}\n```"),
        ending("a language that is not known", "```pyhton norun=\"x\"\nx\n```"),
        ending("an empty reason", "```text norun=\"\"\nx\n```"),
        ending("a fence with nothing in it", "```text norun=\"x\"\n\n```"),
        ending("a fence that stays open", "```text norun=\"x\"\nx"),
        ending("JSON that is none", "```json\n{\n  \"a\": 1,\n}\n```"),
        ending("TOML that is none", "```toml\na = 1\nb =\n```"),
        ending("output of nothing", "```output\n1\n```"),
        ending("output apart from its code", "```python try\nprint(1)\n```\n\ntext\n\n```output\n1\n```"),
        ending("two outputs of one code", "```python try\nprint(1)\n```\n```output\n1\n```\n```output\n1\n```"),
        ending("code to try in a list", "- a\n\n  ```python try\n  print(1)\n  ```"),
        ending("a picture from elsewhere", "![x](https://example.org/x.svg)"),
        ending("a picture that is no SVG", "![x](x.png)"),
        ending("a picture in another folder", "![x](../09-apis/x.svg)"),
        ending("a picture that is not there", "![x](none.svg)"),
        ending("a picture without words", "![](request.svg)"),
        ending("a picture in a sentence", "See ![x](request.svg) here."),
        replaced("an unsafe diagram", DRAWING, "<defs>", "<script>x</script>\n  <defs onload=\"x\">"),
        replaced("a diagram that is no XML", DRAWING, "</defs>", ""),
        replaced("code to try in an exercise", INSTRUCTIONS, "## Examples", "```python try\nprint(1)\n```"),
        replaced("a heading that is not in this text", INSTRUCTIONS, "#examples", "#one-question"),
        replaced("a hint with a bad link", HINTS, "Is the wish", "Is [the](/road/x) wish"),
        replaced("an empty hint", HINTS, "Is the wish to `\"read\"`?", ""),
        replaced("a hint that skips a level", HINTS, "Is the wish", "#### Deep\n\nIs the wish"),
        with("hints without titles", HINTS, "Think.\n"),
        with("text above the hints", HINTS, "Think.\n\n## One\nMore.\n"),
        with("an empty explanation", "exercises/http/pick-a-method/explanation.md", "\n"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn quizzes() {
    let quiz = |wrong, toml: &str| ending(wrong, &format!("```quiz\n{toml}\n```"));
    let question = "[[question]]\nask = \"a?\"\n";
    let options = |options: &str| format!("{question}options = [\n{options}\n]");
    let said = said(vec![
        quiz("no question", ""),
        quiz("TOML that cannot be read", "[[question]"),
        quiz("an unknown key", &format!("{question}hint = 1\noptions = []")),
        quiz("no options", question),
        quiz("one option", &options("{ text = \"a\", right = true, why = \"b\" },")),
        quiz("no right option", &options("{ text = \"a\", why = \"b\" },\n{ text = \"c\", why = \"d\" },")),
        quiz("an option without its why", &options("{ text = \"a\", right = true, why = \"b\" },\n{ text = \"c\" },")),
        quiz("an empty why", &options("{ text = \"a\", right = true, why = \"b\" },\n{ text = \"c\", why = \"\" },")),
        quiz(
            "an option twice",
            &options("{ text = \"a\", right = true, why = \"b\" },\n{ text = \"a\", why = \"b\" },"),
        ),
        quiz(
            "HTML, a list and a bad link",
            &options(
                "{ text = \"<b>a</b>\", right = true, why = \"- b\" },\n{ text = \"c\", why = \"[d](javascript:e)\" },",
            ),
        ),
        ending("a quiz in a note", "> ```quiz\n> ```"),
        replaced("a quiz far down in a file", SECOND, "{ text = \"For ever\", why", "{ text = \"For ever\", wy"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn exercises() {
    let said = said(vec![
        replaced("an unknown key", EXERCISE, "reveal =", "librairies = [\"flask\"]\nreveal ="),
        replaced("an unknown library", EXERCISE, "reveal =", "libraries = [\"django\"]\nreveal ="),
        replaced("two for one interpreter", EXERCISE, "reveal =", "libraries = [\"hono\", \"mingo\"]\nreveal ="),
        replaced("an unknown kind", EXERCISE, "\"function\"", "\"riddle\""),
        replaced("an unknown language", EXERCISE, "[\"javascript\", \"python\"]", "[\"javascript\", \"cobol\"]"),
        replaced(
            "a language twice",
            EXERCISE,
            "[\"javascript\", \"python\"]",
            "[\"javascript\", \"python\", \"python\"]",
        ),
        replaced("no language", EXERCISE, "[\"javascript\", \"python\"]", "[]"),
        replaced("too difficult", EXERCISE, "difficulty = 1", "difficulty = 11"),
        replaced("no points", EXERCISE, "points = 5", "points = 0"),
        replaced("no time", EXERCISE, "minutes = 5", "minutes = 0"),
        replaced("an unknown reveal", EXERCISE, "\"input\"", "\"some\""),
        replaced("an unknown limit", EXERCISE, "time_ms", "fuel"),
        replaced("a limit out of bounds", EXERCISE, "time_ms = 500", "time_ms = 0\nmemory_mb = 4096"),
        replaced(
            "an id that another has",
            EXERCISE,
            "41d7b5a2-90a8-4a2f-9a64-3c1f5c1f0a01",
            "8c3c9c6a-64ff-4a4e-8f4f-7a3f9e1d2b10",
        ),
        replaced("an unknown concept", EXERCISE, "\"http-methods\"", "\"http\""),
        replaced("a concept that comes later", EXERCISE, "\"http-methods\"", "\"idempotency-key\""),
        replaced("an unknown prerequisite", CHARGE, "\"http/pick-a-method\"", "\"http/pick\""),
        replaced("itself as a prerequisite", CHARGE, "\"http/pick-a-method\"", "\"apis/charge-once\""),
        replaced("a later prerequisite", EXERCISE, "reveal =", "prerequisites = [\"apis/charge-once\"]\nreveal ="),
        with("a starter that is the solution", &format!("{PYTHON}/starter.py"), &{
            fs::read_to_string(super::fixture().join(PYTHON).join("solution.py")).unwrap()
        }),
        with("a starter too long to be sent", &format!("{PYTHON}/starter.py"), &"#".repeat(64 * 1024 + 1)),
        with("a starter with a NUL", &format!("{PYTHON}/starter.py"), "a\0b"),
        with("one mutant", MUTANTS, "[[mutant]]\nname = \"x\"\nfind = \"GET\"\nreplace = \"PUT\"\n"),
        with("no mutant", MUTANTS, ""),
        replaced("a mutant that does not apply", MUTANTS, "wish is None", "wish is none"),
        replaced("a mutant that applies twice", MUTANTS, ", all = true", ""),
        replaced(
            "a mutant that changes nothing",
            MUTANTS,
            "\"POST\" if wish == \"read\" else \"GET\"",
            "\"GET\" if wish == \"read\" else \"POST\"",
        ),
        replaced("a mutant of two kinds", MUTANTS, "edits = [", "file = \"x.py\"\nedits = ["),
        replaced("a mutant of no kind", MUTANTS, "replace = '", "all = true # '"),
        replaced("a mutant with an unknown key", MUTANTS, "edits", "edit"),
        replaced("two mutants of one name", MUTANTS, "turns them round", "forgives nothing asked for"),
        replaced(
            "two mutants of one code",
            "exercises/apis/charge-once/python/mutants.toml",
            "find = \"    charges.append(charge)\\n\"\nreplace = \"\"",
            "find = \"if first_body != body:\"\nreplace = \"if False:\"",
        ),
        replaced(
            "a mutant's file that is not there",
            "exercises/apis/charge-once/javascript/mutants.toml",
            "keeps-nothing.js",
            "none.js",
        ),
        replaced(
            "a mutant's file in another folder",
            "exercises/apis/charge-once/javascript/mutants.toml",
            "keeps-nothing.js",
            "../starter.js",
        ),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn tests_of_an_exercise() {
    let expecting = |wrong, expect: &str| replaced(wrong, TESTS, "{ json = \"GET\" }", expect);
    let said = said(vec![
        with("no test", TESTS, ""),
        replaced("an unknown key", TESTS, "visible = true", "hidden = false"),
        replaced("a test without its sentence", TESTS, "say = \"What makes something new is a POST.\"\n", ""),
        replaced("an empty sentence", TESTS, "What makes something new is a POST.", ""),
        replaced("an id twice", TESTS, "\"makes-with-post\"", "\"reads-with-get\""),
        replaced("a name twice", TESTS, "\"makes with POST\"", "\"reads with GET\""),
        replaced("a bad id", TESTS, "\"makes-with-post\"", "\"makes with POST\""),
        replaced("a visible test that hides", TESTS, "visible = true", "visible = true\nreveal = \"name\""),
        replaced("an unknown reveal", TESTS, "reveal = \"name\"", "reveal = \"nothing\""),
        replaced("no call", TESTS, "call = \"pick_method\"\n", ""),
        replaced("a call and steps", TESTS, "call = ", "step = [{ call = \"a\", expect = { length = 1 } }]\ncall = "),
        replaced(
            "no steps",
            TESTS,
            "call = \"pick_method\"\nargs = [\"read\"]\nexpect = { json = \"GET\" }",
            "step = []",
        ),
        replaced("a function in camelCase", TESTS, "\"pick_method\"", "\"pickMethod\""),
        replaced("an argument with an unknown tag", TESTS, "{ \"$null\" = true }", "1,\n{ \"$nul\" = true }"),
        replaced("an argument that not every language can hold", TESTS, "\"read\"", "9007199254740993"),
        expecting("nothing expected", "{}"),
        expecting("two things expected", "{ json = 1, length = 1 }"),
        expecting("something unknown expected", "{ equals = 1 }"),
        expecting("a bad value", "{ json_like = { a = [2026-01-01] } }"),
        expecting("a bad regular expression", "{ matches = \"a(b\" }"),
        expecting("nearly a text", "{ approx = { value = \"1\", tolerance = 0.1 } }"),
        expecting("nearly nothing", "{ approx = { value = 1, tolerance = 0.0 } }"),
        expecting("no keys", "{ has = [] }"),
        expecting("a negative length", "{ length = -1 }"),
        expecting("an error that one language does not raise", "{ raises = { python = \"ValueError\" } }"),
        expecting("an error that is a number", "{ raises = 1 }"),
        expecting("an error of an unknown language", "{ raises = { python = \"ValueError\", cobol = \"x\" } }"),
    ]);
    insta::assert_snapshot!(said);
}

#[test]
fn every_problem_is_reported_at_once_in_order() {
    let tree = Tree::new()
        .replace(LESSON, "minutes = 6", "minutes = 0")
        .append(LESSON, "\n#### Deep\n\n<b>x</b>\n")
        .replace(TESTS, "\"pick_method\"", "\"pickMethod\"")
        .replace(EXERCISE, "difficulty = 1", "difficulty = 99")
        .remove(HINTS);
    insta::assert_snapshot!(tree.load().unwrap_err());
}

#[test]
fn what_cannot_be_read_is_blamed_alone() {
    // Its concepts are needed elsewhere, its exercise hangs on it, and others link to its headings.
    let broken = Tree::new().replace(LESSON, "minutes = 6", "minutes = ").replace(
        SECOND,
        "## The key",
        "See [methods](/road/http/methods#the-methods).\n\n## The key",
    );
    insta::assert_snapshot!(broken.load().unwrap_err());
}
