//! Where a link may lead.
//!
//! An allow-list: what is not understood is refused, whatever a browser might make of it.

/// A place that a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Another site.
    External,
    /// An e-mail address.
    Mail,
    /// A heading of the same text.
    Here(String),
    /// A page of ours, to be looked up once everything is loaded.
    Page(PageLink),
}

/// A link to a page of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageLink {
    /// The path, without query and fragment.
    pub(crate) path: String,
    /// The heading on that page.
    pub(crate) fragment: Option<String>,
    /// The line of the link.
    pub(crate) line: usize,
}

/// Finds out where a link leads, or why it may not stand there.
pub(super) fn target(href: &str, line: usize) -> Result<Target, String> {
    if href.is_empty() {
        return Err("this link leads nowhere".to_owned());
    }
    if href.chars().any(|letter| letter.is_control() || letter.is_whitespace() || letter == '\\') {
        return Err(format!("the link to `{}` has a space, a backslash or a control character", href.escape_debug()));
    }
    if let Some(fragment) = href.strip_prefix('#') {
        return Ok(Target::Here(fragment.to_owned()));
    }
    if href.starts_with('/') && !href.starts_with("//") {
        let (rest, fragment) = match href.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment.to_owned())),
            None => (href, None),
        };
        let path = rest.split_once('?').map_or(rest, |(path, _)| path).to_owned();
        return Ok(Target::Page(PageLink { path, fragment, line }));
    }
    let host = href.strip_prefix("https://").or_else(|| href.strip_prefix("http://"));
    match host {
        Some(host) if host.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '[') => {
            Ok(Target::External)
        }
        Some(_) => Err(format!("the link to `{href}` names no host")),
        None if href.strip_prefix("mailto:").is_some_and(|address| address.contains('@')) => Ok(Target::Mail),
        None => Err(format!(
            "the link to `{href}` is not allowed; write https://…, a path of ours such as /road/internet, or #heading"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_sites_to_pages_of_ours_and_to_headings() {
        assert_eq!(target("https://www.rfc-editor.org/rfc/rfc9110#section-9", 1), Ok(Target::External));
        assert_eq!(target("http://127.0.0.1:3000/", 1), Ok(Target::External));
        assert_eq!(target("http://[::1]/", 1), Ok(Target::External));
        assert_eq!(target("mailto:a@example.org", 1), Ok(Target::Mail));
        assert_eq!(target("#the-key", 1), Ok(Target::Here("the-key".into())));
        let page = PageLink { path: "/exercises/apis/x".into(), fragment: Some("top".into()), line: 7 };
        assert_eq!(target("/exercises/apis/x?language=python#top", 7), Ok(Target::Page(page)));
    }

    #[test]
    fn anything_else_is_refused() {
        for href in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://",
            "https:///evil",
            "https:evil",
            "HTTPS://example.org",
            "ftp://example.org",
            "other-lesson.md",
            "../x",
            "mailto:",
            "?x=1",
        ] {
            assert!(target(href, 1).is_err(), "{href:?}");
        }
    }
}
