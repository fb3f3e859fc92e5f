//! Just enough of an HTML reader to ask questions of a document: its tags and their attributes.

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// Names in lower case; values as written, without their quotes.
    pub attributes: Vec<(String, String)>,
}

/// The start tags of a document, read as a browser reads them: text inside `script`, `textarea`, `title` and `style`
/// holds no tags.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix("!--") {
            rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            continue;
        }
        if !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            continue;
        }
        let (tag, after) = tag(rest);
        rest = after;
        if matches!(tag.name.as_str(), "script" | "style" | "textarea" | "title") {
            let close = format!("</{}", tag.name);
            let end = rest.to_ascii_lowercase().find(&close).unwrap_or(rest.len());
            rest = &rest[end..];
        }
        tags.push(tag);
    }
    tags
}

/// Reads from just after `<` to just after `>`.
fn tag(text: &str) -> (Tag, &str) {
    let end =
        text.find(|letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/').unwrap_or(text.len());
    let mut tag = Tag { name: text[..end].to_ascii_lowercase(), attributes: Vec::new() };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        let Some(first) = rest.chars().next() else { return (tag, "") };
        if first == '>' {
            return (tag, &rest[1..]);
        }
        let end = rest
            .find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '=' | '>' | '/'))
            .unwrap_or(rest.len())
            .max(first.len_utf8());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let (text, left) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => {
                    let end =
                        after.find(|letter: char| letter.is_ascii_whitespace() || letter == '>').unwrap_or(after.len());
                    after.split_at(end)
                }
            };
            text.clone_into(&mut value);
            rest = left;
        }
        tag.attributes.push((name, value));
    }
}

#[test]
fn tags_are_read_as_a_browser_reads_them() {
    let found = tags("<p class=a>1 < 2<br/><A HREF='x>y' onclick=\"z\"><textarea><b></textarea><!-- <i> --><u>");
    let names: Vec<_> = found.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["p", "br", "a", "textarea", "u"]);
    assert_eq!(found[2].attributes, [("href".into(), "x>y".into()), ("onclick".into(), "z".into())]);
}
