//! Colours for code, as CSS classes, made once at load and never in the browser.

use std::sync::LazyLock;

use syntect::{
    html::{ClassStyle, ClassedHTMLGenerator},
    parsing::{SyntaxReference, SyntaxSet},
    util::LinesWithEndings,
};

use crate::text::escape;

/// Every class begins with this, so that no syntax can meet a class of the pages.
const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// Names for text that has no syntax: what a program or a terminal showed.
const PLAIN: [&str; 3] = ["text", "console", "output"];

/// Reading the syntaxes takes much longer than using one.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Code as safe HTML, the inside of a `pre`: coloured by classes that begin with `hl-`, or only escaped where the
/// language is not known.
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
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, STYLE);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
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
    fn colours_are_classes_with_our_prefix_and_no_styles() {
        let html = highlight("python", "print(\"<b>\")");
        assert!(html.contains("class=\"hl-"), "{html}");
        assert!(!html.contains("style="), "{html}");
        assert!(html.contains("&lt;b&gt;"), "{html}");
    }

    #[test]
    fn an_unknown_language_is_plain_text() {
        assert!(!is_known("pyhton"));
        assert!(is_known("console"));
        assert_eq!(highlight("pyhton", "<i> & \"x\""), "&lt;i&gt; &amp; &quot;x&quot;");
    }
}
