//! Text with a place: files, parts of files, and from where in them a value came.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, de::DeserializeOwned};

use crate::error::Problems;

/// More than any lesson needs; keeps a stray database or video from being read as text.
const MAX_BYTES: u64 = 1024 * 1024;

/// A file of the content.
#[derive(Clone, Debug)]
pub(crate) struct TextFile {
    /// Relative to the root of the content.
    pub(crate) file: PathBuf,
    /// The text, with `\n` as its only line break.
    pub(crate) text: String,
}

impl TextFile {
    /// Reads a file, or says why it cannot be read.
    pub(crate) fn read(root: &Path, file: PathBuf, problems: &mut Problems) -> Option<Self> {
        let path = root.join(&file);
        let length = match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => metadata.len(),
            Ok(_) => {
                problems.whole(&file, "this is not a file");
                return None;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                problems.whole(&file, "this file is missing");
                return None;
            }
            Err(error) => {
                problems.whole(&file, format!("cannot be read: {error}"));
                return None;
            }
        };
        if length > MAX_BYTES {
            problems.whole(&file, format!("is longer than {MAX_BYTES} bytes"));
            return None;
        }
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                problems.whole(&file, format!("cannot be read: {error}"));
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
                Some(Self { file, text })
            }
            Err(error) => {
                let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|&&b| b == b'\n').count();
                problems.at(&file, line + 1, "is not UTF-8 text");
                None
            }
        }
    }

    /// The whole of it.
    pub(crate) fn passage(&self) -> Passage<'_> {
        Passage { file: &self.file, text: &self.text, first_line: 1 }
    }
}

/// A value of a TOML file with its place in it. Whoever describes the file describes the value alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub(crate) struct Spanned<T>(toml::Spanned<T>);

impl<T> Spanned<T> {
    /// The value.
    pub(crate) fn get_ref(&self) -> &T {
        self.0.get_ref()
    }

    /// Its bytes in the text it was read from.
    pub(crate) fn span(&self) -> Range<usize> {
        self.0.span()
    }
}

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A part of a file that knows its lines.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'a> {
    /// Relative to the root of the content.
    pub(crate) file: &'a Path,
    /// The part.
    pub(crate) text: &'a str,
    /// The line of the file in which it begins, from 1.
    pub(crate) first_line: usize,
}

impl<'a> Passage<'a> {
    /// The line of the file at a byte of this passage.
    pub(crate) fn line(&self, offset: usize) -> usize {
        let end = offset.min(self.text.len());
        self.first_line + self.text.as_bytes()[..end].iter().filter(|&&byte| byte == b'\n').count()
    }

    /// The part of this passage between two bytes.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        Self { file: self.file, first_line: self.line(range.start), text: &self.text[range] }
    }

    /// Reads the passage as TOML into a type that says what may stand in it.
    pub(crate) fn toml<T: DeserializeOwned>(&self, problems: &mut Problems) -> Option<T> {
        match toml::from_str(self.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let line = self.line(error.span().map_or(0, |span| span.start));
                problems.at(self.file, line, error.message().trim().replace('\n', ", "));
                None
            }
        }
    }

    /// The line of a value read by [`Self::toml`].
    pub(crate) fn line_of<T>(&self, value: &Spanned<T>) -> usize {
        self.line(value.span().start)
    }

    /// A string read by [`Self::toml`] as a passage of its own, for markdown inside TOML.
    ///
    /// A string of several lines begins on the line after its quotes. Escaped line breaks would shift the lines; nobody
    /// writes them in prose.
    pub(crate) fn string<'s>(&self, value: &'s Spanned<String>) -> Passage<'s>
    where
        'a: 's,
    {
        let raw = &self.text[value.span()];
        let breaks_first = raw.starts_with("\"\"\"\n") || raw.starts_with("'''\n");
        Passage { file: self.file, text: value.get_ref(), first_line: self.line_of(value) + usize::from(breaks_first) }
    }
}

/// Text as it may stand between tags and inside quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Whether this can be a name in an address or an identifier: lower-case words joined by hyphens.
pub(crate) fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// What to say of a name that cannot stand in an address.
pub(crate) fn not_kebab(name: &str) -> String {
    format!("`{name}` is not in kebab-case: lower-case words and numbers joined by hyphens")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_counted_from_the_beginning_of_the_file() {
        let passage = Passage { file: Path::new("a.md"), text: "one\ntwo\nthree", first_line: 10 };
        assert_eq!(passage.line(0), 10);
        assert_eq!(passage.line(4), 11);
        assert_eq!(passage.part(4..7).line(0), 11);
        assert_eq!(passage.line(999), 12);
    }

    #[test]
    fn names_in_addresses_are_lower_case_words() {
        for good in ["a", "http-methods", "rfc9110", "2-phase"] {
            assert!(is_kebab(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "a b", "ä", "../a"] {
            assert!(!is_kebab(bad), "{bad}");
        }
    }

    #[test]
    fn escaped_text_leaves_neither_its_element_nor_its_quotes() {
        assert_eq!(escape(r#"<a href="x" title='y'>&"#), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
    }
}
