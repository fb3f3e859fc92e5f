//! Checks that many fields share.

use std::{fmt::Display, ops::RangeInclusive};

use uuid::Uuid;

use super::{Known, Reference};
use crate::{
    error::Problems,
    text::{Passage, Spanned},
};

/// One line of plain text that says something.
pub(super) fn line(passage: Passage<'_>, text: &Spanned<String>, field: &str, problems: &mut Problems) -> String {
    let words = text.get_ref();
    if words.trim().is_empty() {
        problems.at(passage.file, passage.line_of(text), format!("`{field}` is empty"));
    } else if words.trim() != words || words.contains('\n') {
        problems.at(passage.file, passage.line_of(text), format!("`{field}` is one line without spaces around it"));
    }
    words.clone()
}

/// The address of another site.
pub(super) fn url(passage: Passage<'_>, url: &Spanned<String>, problems: &mut Problems) -> String {
    let address = url.get_ref();
    let site = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let plain = !address.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    if !(plain && site.is_some_and(|site| site.starts_with(|letter: char| letter.is_ascii_alphanumeric()))) {
        problems.at(passage.file, passage.line_of(url), "`url` is an address that begins with https:// or http://");
    }
    address.clone()
}

/// An identifier that never changes and that nothing else has.
pub(super) fn uuid(passage: Passage<'_>, id: &Spanned<String>, known: &mut Known, problems: &mut Problems) -> String {
    let text = id.get_ref();
    let line = passage.line_of(id);
    let canonical = Uuid::try_parse(text).is_ok_and(|uuid| !uuid.is_nil() && uuid.hyphenated().to_string() == *text);
    if !canonical {
        problems.at(passage.file, line, format!("`{text}` is not a UUID in lower case"));
    } else if let Some(place) = known.ids.get(text) {
        problems.at(passage.file, line, format!("the id `{text}` belongs to {place}"));
    } else {
        known.ids.insert(text.clone(), format!("{}:{line}", passage.file.display()));
    }
    text.clone()
}

/// A number within bounds.
pub(super) fn number<N: PartialOrd + Display + Copy>(
    passage: Passage<'_>,
    number: &Spanned<N>,
    field: &str,
    bounds: RangeInclusive<N>,
    problems: &mut Problems,
) -> N {
    if !bounds.contains(number.get_ref()) {
        let message = format!("`{field}` is from {} to {}, not {}", bounds.start(), bounds.end(), number.get_ref());
        problems.at(passage.file, passage.line_of(number), message);
    }
    *number.get_ref()
}

/// Names that refer to something, each once.
pub(super) fn references(passage: Passage<'_>, names: &[Spanned<String>], problems: &mut Problems) -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::new();
    for name in names {
        let line = passage.line_of(name);
        if references.iter().any(|other| other.name == *name.get_ref()) {
            problems.at(passage.file, line, format!("`{}` is there twice", name.get_ref()));
        } else {
            references.push(Reference { name: name.get_ref().clone(), line });
        }
    }
    references
}
