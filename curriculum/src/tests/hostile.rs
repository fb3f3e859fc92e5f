//! C1: what an author pastes from anywhere yields no script, no handler and no dangerous link. Each entry is either
//! refused, or rendered without anything that is not on a short list.

use std::{fs, path::Path};

use domain::Block;
use quick_xml::{XmlVersion, events::Event, reader::Reader};

use super::{LESSON, Tree, fixture};
use crate::{
    Catalogue,
    error::Problems,
    markdown::{self, Rules},
    text::Passage,
};

const CORPUS: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<body onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<div style=\"background:url(javascript:alert(1))\">x</div>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<base href=\"https://evil.example/\">",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
    "<form action=https://evil.example><input name=password></form>",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<details open ontoggle=alert(1)>x</details>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "a <b onmouseover=alert(1)>b</b> c",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](< javascript:alert(1)>)",
    "[x](javascript\\:alert\\(1\\))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](https:evil.example)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[y]\n\n[y]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://a\"onmouseover=alert(1)>",
    "<a@b.example\"onmouseover=alert(1)>",
    "[x](https://example.org/\"onmouseover=\"alert(1))",
    "[x](https://example.org/ \"a\\\" onmouseover=\\\"alert(1)\")",
    "[x](https://example.org/ '\"><script>alert(1)</script>')",
    "[x](#\"onmouseover=alert(1))",
    "[x](/road/http?\"onmouseover=\"alert(1))",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![\"onload=\"alert(1)](request.svg)",
    "![a](request.svg '\"><script>alert(1)</script>')",
    "![a](../../exercises/x.svg)",
    "## \"><script>alert(1)</script>",
    "## x {onclick=alert(1)}",
    "## x {#a onclick=\"alert(1)\"}",
    "`<script>alert(1)</script>`",
    "``` \"><script>alert(1)</script>\nx\n```",
    "```text norun=\"x\"><script>alert(1)</script>\"\nx\n```",
    "```text norun=\"x\"\n</code></pre><script>alert(1)</script>\n```",
    "```python norun=\"x\"\nprint('</span><script>alert(1)</script>') # <img src=x onerror=alert(1)>\n```",
    "```html norun=\"x\"\n<script>alert(1)</script>\n```",
    "```json\n{\"a\": \"</code><script>alert(1)</script>\"}\n```",
    "```python try\n'</textarea><script>alert(1)</script>'\n```",
    "```javascript try\n'</script><script>alert(1)</script>'\n```",
    "    <script>alert(1)</script>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "| \"onload=\"alert(1) |\n|:-:|\n| [x](javascript:alert(1)) |",
    "> [!NOTE]\n> <script>alert(1)</script>",
    "> [!\"><script>alert(1)</script>]\n> x",
    "- <script>alert(1)</script>",
    "~~<script>alert(1)</script>~~",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)\\</script>",
    "&#60;script&#62;alert(1)",
    "<\u{0}script>alert(1)</script>",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "<?php echo 1 ?>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!DOCTYPE html>",
    "{{constructor.constructor('alert(1)')()}}",
];

const ELEMENTS: &[&str] = &[
    "a",
    "aside",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    // Of the fixture's diagram.
    "defs",
    "line",
    "marker",
    "path",
    "svg",
    "text",
];

const ATTRIBUTES: &[&str] = &[
    "aria-label",
    "class",
    "href",
    "id",
    "rel",
    "role",
    "scope",
    "start",
    "tabindex",
    "title",
    // Of the fixture's diagram.
    "d",
    "marker-end",
    "markerHeight",
    "markerWidth",
    "orient",
    "refX",
    "refY",
    "viewBox",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// Fails where a piece of HTML has anything that is not listed. We write HTML that is well-formed XML as well.
fn assert_harmless(html: &str, input: &str) {
    let html = format!("<div>{html}</div>");
    let mut reader = Reader::from_str(&html);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{input}\n{html}")) {
            Event::Start(element) | Event::Empty(element) => {
                assert!(ELEMENTS.contains(&element.name().0), "{}\n{input}\n{html}", element.name().0);
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap_or_else(|error| panic!("{error}\n{input}\n{html}"));
                    let key = attribute.key.0;
                    assert!(ATTRIBUTES.contains(&key), "{key}\n{input}\n{html}");
                    if key == "href" {
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap();
                        let local = value.starts_with('#') || (value.starts_with('/') && !value.starts_with("//"));
                        let known = ["https://", "http://", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
                        assert!((local || known) && !value.contains('\\'), "{value}\n{input}\n{html}");
                    }
                }
            }
            Event::End(_) | Event::Text(_) | Event::GeneralRef(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}\n{input}\n{html}"),
        }
    }
}

/// The pieces of HTML of a block.
fn pieces(block: &Block) -> Vec<String> {
    match block {
        Block::Html(text) => vec![text.clone()],
        Block::Try(variants) => variants.iter().map(|variant| variant.highlighted.clone()).collect(),
        Block::Quiz(questions) => {
            let options = questions.iter().flat_map(|question| &question.options);
            let texts = options.flat_map(|option| [option.text.clone(), option.why.clone()]);
            texts.chain(questions.iter().map(|question| question.ask.clone())).collect()
        }
    }
}

/// Every piece of HTML in a catalogue.
fn everything(catalogue: &Catalogue) -> Vec<String> {
    let mut html = Vec::new();
    html.extend(catalogue.lessons().flat_map(|lesson| &lesson.blocks).flat_map(pieces));
    for exercise in catalogue.exercises() {
        html.extend([exercise.instructions_html.clone(), exercise.explanation_html.clone()]);
        html.extend(exercise.hints.iter().map(|hint| hint.html.clone()));
    }
    html.extend(catalogue.modules().iter().map(|module| module.intro_html.clone()));
    html
}

#[test]
fn the_fixture_is_harmless() {
    for html in everything(&Tree::new().load().unwrap()) {
        assert_harmless(&html, "");
    }
}

#[test]
fn the_list_itself_finds_what_is_not_harmless() {
    for html in [
        "<script/>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\"//evil.example\">a</a>",
        "<p style=\"x\">a</p>",
        "<p>",
    ] {
        assert!(std::panic::catch_unwind(|| assert_harmless(html, "")).is_err(), "{html}");
    }
}

/// Renders a text as a lesson or as any other text. Says whether it was taken; what was rendered must be harmless.
fn taken(text: &str, lesson: bool, input: &str) -> bool {
    let root = fixture();
    let (prefix, first_level) = if lesson { ("", 2) } else { ("hint-1-", 3) };
    let rules = Rules { lesson, first_level, prefix, root: &root, folder: Path::new("lessons/01-http") };
    let passage = Passage { file: Path::new("a.md"), text, first_line: 1 };
    let mut problems = Problems::default();
    let rendered = markdown::render(passage, rules, &mut problems);
    // Even what is refused is looked at: that it is never shown is one wall, this is the other.
    for html in rendered.blocks.iter().flat_map(pieces) {
        assert_harmless(&html, input);
    }
    problems.count() == 0
}

#[test]
fn nothing_hostile_comes_through_markdown() {
    let mut accepted = Vec::new();
    for input in CORPUS {
        let quoted = toml::Value::String((*input).to_owned()).to_string();
        let quiz = format!(
            "```quiz\n[[question]]\nask = {quoted}\noptions = [{{ text = {quoted}, right = true, why = {quoted} }}, \
             {{ text = \"b\", why = \"c\" }}]\n```\n"
        );
        let texts = [input.to_string(), format!("before\n\n{input}\n\nafter\n"), format!("before {input}"), quiz];
        let mut lesson = false;
        for text in &texts {
            lesson |= taken(text, true, input);
            taken(text, false, input);
        }
        if lesson {
            accepted.push(*input);
        }
    }
    // Not everything is refused, or the test would show nothing of what is written.
    assert!(accepted.len() > 15, "{accepted:?}");
    assert!(accepted.contains(&"`<script>alert(1)</script>`"));
    assert!(!accepted.contains(&"<script>alert(1)</script>"));
    assert!(!accepted.contains(&"[x](javascript:alert(1))"));
}

#[test]
fn every_text_of_the_content_takes_the_same_way() {
    let exercise = "exercises/http/pick-a-method";
    let files = ["instructions.md", "hints.md", "explanation.md"].map(|name| format!("{exercise}/{name}"));
    for hostile in ["<script>alert(1)</script>", "[x](javascript:alert(1))"] {
        for file in files.iter().map(String::as_str).chain([LESSON]) {
            let error = Tree::new().append(file, &format!("\n{hostile}\n")).load().unwrap_err();
            assert!(error.starts_with(file), "{error}");
        }
        let module = "lessons/09-apis/module.toml";
        let error = Tree::new().replace(module, "Handlers", hostile).load().unwrap_err();
        assert!(error.starts_with(module), "{error}");
    }
}

#[test]
fn nothing_hostile_comes_through_a_diagram() {
    let folder = tempfile::tempdir().unwrap();
    let svg = fs::read_to_string(fixture().join("lessons/01-http/request.svg")).unwrap();
    for input in CORPUS {
        let attribute = input.replace('"', "'");
        for spoilt in [
            svg.replace("</svg>", &format!("{input}</svg>")),
            svg.replace(">client<", &format!(">{input}<")),
            svg.replace("class=\"d-text\"", &format!("class=\"{attribute}\"")),
            svg.replace("url(#head)", &attribute),
        ] {
            fs::write(folder.path().join("a.svg"), spoilt).unwrap();
            let rules = Rules { lesson: true, first_level: 2, prefix: "", root: folder.path(), folder: Path::new("") };
            let passage = Passage { file: Path::new("a.md"), text: "![a](a.svg)", first_line: 1 };
            let rendered = markdown::render(passage, rules, &mut Problems::default());
            assert_harmless(&rendered.html(), input);
        }
    }
}
