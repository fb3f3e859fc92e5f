//! Colours for code, as CSS classes, made once at load and never in the browser.
//!
//! Syntaxes name every token by a dozen scopes. Written out as they are, they make a page ten times as long as its
//! code, so they become ten classes here, and neighbours of one colour become one `span`.

use std::sync::LazyLock;

use syntect::{
    parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet},
    util::LinesWithEndings,
};

use crate::text::escape;

/// Names for text that has no syntax: what a program or a terminal showed.
const PLAIN: [&str; 3] = ["text", "console", "output"];

/// The class of each scope. The longest scope that fits decides; an empty class is text without a colour.
const CLASSES: [(&str, &str); 33] = [
    ("comment", "hl-comment"),
    ("punctuation.definition.comment", "hl-comment"),
    ("string", "hl-string"),
    ("punctuation.definition.string", "hl-string"),
    ("meta.interpolation", ""),
    ("constant", "hl-constant"),
    ("keyword", "hl-keyword"),
    ("storage", "hl-keyword"),
    ("keyword.operator", "hl-punctuation"),
    ("keyword.operator.logical", "hl-keyword"),
    ("keyword.operator.word", "hl-keyword"),
    ("punctuation", "hl-punctuation"),
    ("punctuation.definition.parameter", ""),
    ("punctuation.separator.decimal", "hl-constant"),
    ("entity.name.function", "hl-function"),
    ("variable.function", "hl-function"),
    ("support.function", "hl-function"),
    ("entity.name.class", "hl-type"),
    ("entity.name.type", "hl-type"),
    ("support.class", "hl-type"),
    ("support.type", "hl-type"),
    ("variable", ""),
    ("variable.language", "hl-keyword"),
    ("entity.name.tag", "hl-keyword"),
    ("entity.name.tag.toml", "hl-property"),
    ("entity.name.tag.yaml", "hl-property"),
    ("entity.name.header", "hl-property"),
    ("entity.other.attribute-name", "hl-property"),
    ("support.type.property-name", "hl-property"),
    ("keyword.other.http-header", "hl-property"),
    ("meta.mapping.key", ""),
    ("meta.object-literal.key", "hl-property"),
    ("invalid", "hl-invalid"),
];

/// Reading the syntaxes takes much longer than using one.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// [`CLASSES`] as syntect compares scopes.
static SCOPES: LazyLock<Vec<(Scope, &str)>> = LazyLock::new(|| {
    let scopes = CLASSES.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class)));
    scopes.collect()
});

/// The keys of an object are strings too, but another thing to the eye.
static KEY: LazyLock<Option<Scope>> = LazyLock::new(|| Scope::new("meta.mapping.key").ok());

/// Code as safe HTML, the inside of a `pre`: coloured by classes that begin with `hl-`, or only escaped where the
/// language is not known.
///
/// The classes are `hl-comment`, `hl-string`, `hl-constant`, `hl-keyword`, `hl-punctuation`, `hl-function`, `hl-type`,
/// `hl-property` and `hl-invalid`; an element has one of them.
pub fn highlight(language: &str, code: &str) -> String {
    syntax(language).and_then(|syntax| coloured(syntax, code)).unwrap_or_else(|| escape(code))
}

/// Whether a fence may name this language: one with a syntax, or plain text.
pub(crate) fn is_known(language: &str) -> bool {
    PLAIN.contains(&language) || syntax(language).is_some()
}

fn syntax(language: &str) -> Option<&'static SyntaxReference> {
    if PLAIN.contains(&language) {
        return None;
    }
    SYNTAXES.find_syntax_by_token(language)
}

fn coloured(syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut spans = Spans::default();
    for line in LinesWithEndings::from(code) {
        let mut from = 0;
        for (at, change) in state.parse_line(line, &SYNTAXES).ok()? {
            spans.push(&line[from..at], class(stack.as_slice()));
            stack.apply(&change).ok()?;
            from = at;
        }
        spans.push(&line[from..], class(stack.as_slice()));
    }
    Some(spans.finish())
}

/// The class of text within these scopes: that of the innermost scope that has one.
fn class(stack: &[Scope]) -> &'static str {
    let of = |scope: &Scope| {
        let fitting = SCOPES.iter().filter(|(prefix, _)| prefix.is_prefix_of(*scope));
        fitting.max_by_key(|(prefix, _)| prefix.len()).map(|(_, class)| *class)
    };
    let class = stack.iter().rev().find_map(of).unwrap_or_default();
    let in_key = || stack.iter().any(|scope| KEY.is_some_and(|key| key.is_prefix_of(*scope)));
    if class == "hl-string" && in_key() { "hl-property" } else { class }
}

/// HTML in the making.
#[derive(Default)]
struct Spans {
    html: String,
    text: String,
    class: &'static str,
}

impl Spans {
    fn push(&mut self, text: &str, class: &'static str) {
        // White space has no colour, so it never ends a span.
        if class != self.class && !text.trim().is_empty() {
            self.close();
            self.class = class;
        }
        self.text.push_str(text);
    }

    fn close(&mut self) {
        // Nor does a span end with it: that would stretch an underline to the next line.
        let words = self.text.trim_end().len();
        let (text, space) = (escape(&self.text[..words]), &self.text[words..]);
        if self.class.is_empty() || text.is_empty() {
            self.html.push_str(&text);
        } else {
            self.html.push_str(&format!("<span class=\"{}\">{text}</span>", self.class));
        }
        self.html.push_str(space);
        self.text.clear();
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_that_lessons_speak_about_has_colours() {
        for language in ["python", "javascript", "json", "toml", "sql", "bash", "sh", "http", "html", "css", "yaml"] {
            assert!(syntax(language).is_some(), "{language}");
        }
    }

    #[test]
    fn every_scope_of_the_table_can_be_read() {
        assert_eq!(SCOPES.len(), CLASSES.len());
        assert!(KEY.is_some());
    }

    #[test]
    fn tokens_have_one_class_each() {
        let texts = [
            highlight("python", "def f(a, b=1):  # <why>\n    return f\"{a}: \" + str(b) if a is not None else 'x\\n'"),
            highlight("javascript", "export function f(a) {\n  return a?.b ?? [new Map(), `t${a}`, 1.5, null];\n}"),
            highlight("json", "{\"a\": [1, true, null, \"b\"]}"),
            highlight("toml", "[table]\nkey = \"value\" # why"),
            highlight("http", "POST /books HTTP/1.1\nHost: library.example\n\n{\"a\": 1}"),
            highlight("sql", "SELECT name FROM books WHERE id = 1 -- one"),
            highlight("bash", "grep -r \"x\" . | wc -l"),
        ]
        .join("\n----\n");
        insta::assert_snapshot!(texts);
    }

    #[test]
    fn no_character_of_the_code_is_lost() {
        let code = "def f(x):\n\n    return '<&>' \"\\\"\"   \n\n# end\n";
        let html = highlight("python", code);
        let mut text = String::new();
        let mut inside = false;
        for letter in html.chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => text.push(letter),
                _ => {}
            }
        }
        assert_eq!(text, escape(code));
    }

    #[test]
    fn an_unknown_language_is_plain_text() {
        assert!(!is_known("pyhton"));
        assert!(is_known("console"));
        assert_eq!(highlight("pyhton", "<i> & \"x\""), "&lt;i&gt; &amp; &quot;x&quot;");
    }
}
