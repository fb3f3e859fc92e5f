//! The cookies that are no secret: the colours and the language of code that a viewer chose last.

use std::str::FromStr;

use axum::http::{HeaderMap, HeaderValue, header};
use domain::{Language, Theme};

/// A year in seconds.
const YEAR_S: u32 = 31_536_000;

/// The value of a cookie, if the browser sent it.
fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A theme by its name.
pub fn theme_named(name: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme.as_str() == name)
}

/// The colours that the viewer chose; the system's where none or nonsense is there.
pub fn theme(headers: &HeaderMap) -> Theme {
    value(headers, "theme").and_then(theme_named).unwrap_or_default()
}

/// The language that the viewer chose last, if any.
pub fn language(headers: &HeaderMap) -> Option<Language> {
    value(headers, "language").and_then(|name| Language::from_str(name).ok())
}

/// Remembers the colours for a year.
pub fn set_theme(theme: Theme, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("theme={}; Path=/; Max-Age={YEAR_S}; SameSite=Lax; HttpOnly{secure}", theme.as_str());
    // A theme's name is plain ASCII, so this cannot fail; an empty header sets nothing.
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_read_and_nonsense_is_ignored() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "a=b; theme=dark;language=javascript".parse().unwrap());
        assert_eq!((theme(&headers), language(&headers)), (Theme::Dark, Some(Language::Javascript)));
        headers.insert(header::COOKIE, "theme=<script>; xlanguage=python".parse().unwrap());
        assert_eq!((theme(&headers), language(&headers)), (Theme::System, None));
    }
}
