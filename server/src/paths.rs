//! Paths of our own: the addresses of pages, and the check that a place to go next is one of them.

use curriculum::{Exercise, Lesson, Module};

/// The page of a module.
pub fn module(module: &Module) -> String {
    format!("/road/{}", module.slug)
}

/// The page of a lesson.
pub fn lesson(lesson: &Lesson) -> String {
    format!("/road/{}/{}", lesson.module, lesson.slug)
}

/// The page of an exercise, a project or a stage of one.
pub fn exercise(exercise: &Exercise) -> String {
    match &exercise.stage {
        Some(stage) => format!("/exercises/{}/{}/stages/{}", exercise.module, stage.project_slug, exercise.slug),
        None => format!("/exercises/{}/{}", exercise.module, exercise.slug),
    }
}

/// The place to go next that a form named, if it is a path of ours; else `otherwise`.
///
/// A browser takes `//evil.example`, `/\evil.example` and a path with a tab in front of its second slash for another
/// host, so only a slash followed by something else, all of it printable ASCII, is let through.
pub fn own(next: &str, otherwise: &str) -> String {
    own_or(next, otherwise).to_owned()
}

/// The same, borrowed.
pub fn own_or<'a>(next: &'a str, otherwise: &'a str) -> &'a str {
    let bytes = next.as_bytes();
    let plain = bytes.iter().all(|byte| byte.is_ascii_graphic() && *byte != b'\\');
    let local = bytes.first() == Some(&b'/') && bytes.get(1) != Some(&b'/');
    if plain && local && bytes.len() <= 1_024 { next } else { otherwise }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_paths_pass() {
        for path in ["/", "/road", "/exercises/internet/split-url?language=python", "/road/internet/urls#the-port"] {
            assert_eq!(own(path, "/fallback"), path);
        }
    }

    #[test]
    fn other_hosts_do_not() {
        for path in [
            "",
            "road",
            "//evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "/\t/evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            " /road",
            "/road\r\nSet-Cookie: a=b",
            "/%0d%0a é",
        ] {
            assert_eq!(own(path, "/fallback"), "/fallback", "{path:?}");
        }
    }
}
