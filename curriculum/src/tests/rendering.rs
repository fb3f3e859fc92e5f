//! Rendered markdown, as it is sent.

use domain::Block;

use super::{LESSON, Tree, fixture};
use crate::{Catalogue, Lesson};

fn lesson(body: &str) -> Lesson {
    let front = std::fs::read_to_string(fixture().join(LESSON)).unwrap();
    let front: String = front.split_inclusive("+++\n").take(2).collect();
    // The other module's lesson links to this one's headings only through its page.
    let tree = Tree::new().write(LESSON, format!("{front}{body}")).remove("lessons/01-http/request.svg");
    tree.load().unwrap_or_else(|errors| panic!("{errors}")).lesson("http", "methods").unwrap().clone()
}

fn html(body: &str) -> String {
    match &lesson(body).blocks[..] {
        [Block::Html(html)] => html.clone(),
        blocks => panic!("not one stretch of HTML: {blocks:?}"),
    }
}

#[test]
fn a_lesson_of_every_kind_of_text() {
    let catalogue = Catalogue::load(&fixture()).unwrap();
    let lesson = catalogue.lesson("http", "methods").unwrap();
    let [Block::Html(html)] = &lesson.blocks[..] else { panic!("{:?}", lesson.blocks) };
    insta::assert_snapshot!(html);
}

#[test]
fn a_lesson_with_code_to_try_and_a_quiz() {
    let catalogue = Catalogue::load(&fixture()).unwrap();
    insta::assert_debug_snapshot!(catalogue.lesson("apis", "idempotency-keys").unwrap().blocks);
}

#[test]
fn the_texts_of_an_exercise_have_ids_of_their_own() {
    let catalogue = Catalogue::load(&fixture()).unwrap();
    let exercise = catalogue.exercise("http", "pick-a-method").unwrap();
    let texts = [
        exercise.instructions_html.as_str(),
        exercise.hints[0].title.as_str(),
        exercise.hints[0].html.as_str(),
        exercise.hints[1].html.as_str(),
        exercise.explanation_html.as_str(),
        catalogue.module("http").unwrap().intro_html.as_str(),
    ]
    .join("\n----\n");
    insta::assert_snapshot!(texts);
}

#[test]
fn adjacent_code_of_several_languages_is_one_block() {
    let shape = |body: &str| {
        let blocks = lesson(body).blocks;
        let shapes = blocks.iter().map(|block| match block {
            Block::Html(_) => "html".to_owned(),
            Block::Quiz(questions) => format!("quiz of {}", questions.len()),
            Block::Try(variants) => {
                let variant = |v: &domain::TryVariant| format!("{} -> {:?}", v.language, v.output.as_deref());
                variants.iter().map(variant).collect::<Vec<_>>().join(" | ")
            }
        });
        shapes.collect::<Vec<_>>()
    };
    let (py, js) = ("```python try\nprint(1)\n```\n", "```javascript try\nconsole.log(1)\n```\n");
    let out = |n: u8| format!("```output\n{n}\n```\n");
    assert_eq!(shape(&format!("{py}{js}{}", out(1))), ["python -> Some(\"1\") | javascript -> Some(\"1\")"]);
    assert_eq!(shape(&format!("{py}{}{js}{}", out(1), out(2))), ["python -> Some(\"1\") | javascript -> Some(\"2\")"]);
    assert_eq!(shape(&format!("{py}\n\n{}\n{js}", out(1))), ["python -> Some(\"1\") | javascript -> None"]);
    assert_eq!(shape(&format!("{py}{py}")), ["python -> None", "python -> None"]);
    assert_eq!(
        shape(&format!("a\n\n{py}\nb\n\n{js}c\n")),
        ["html", "python -> None", "html", "javascript -> None", "html"]
    );
    let quiz = "```quiz\n[[question]]\nask = \"?\"\noptions = [{ text = \"a\", right = true, why = \"b\" }, { text = \"c\", why = \"d\" }]\n```\n";
    assert_eq!(shape(&format!("a\n\n{py}{quiz}b")), ["html", "python -> None", "quiz of 1", "html"]);
}

#[test]
fn code_keeps_its_lines_and_loses_only_the_last_break() {
    let lesson = lesson("```python try\nif True:\n\n    print('<&>')\n\n```\n");
    let Block::Try(variants) = &lesson.blocks[0] else { panic!() };
    assert_eq!(variants[0].code, "if True:\n\n    print('<&>')\n");
    assert!(variants[0].highlighted.contains("&lt;&amp;&gt;"));
}

#[test]
fn markup_is_written_as_meant() {
    let html = html(
        "A *b* **c** `<d>` \\<e> & \"f\" ~~g~~ <https://example.org/?a=1&b=2> <mail@example.org> [h].\n\
         [Twice](/exercises/http/pick-a-method?language=python 'A \"title\"')\\\nbroken.\n\n---\n\n\
         - a\n  - b\n\n    c\n\n3. d\n\n> [!WARNING]\n> Mind `this`.\n>\n> - and this\n\n\
         ```json norun=\"cut short\"\n{\"a\": …\n```\n\n```toml\na = '<b>'\n```\n\n\
         ## Don’t *panic*, `it` works!\n\n### Über 2 things\n\n## ¿Qué?\n\n[up](#dont-panic-it-works)\n",
    );
    insta::assert_snapshot!(html);
}
