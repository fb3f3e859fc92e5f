//! Templates: several files in one text, each under a line with its path, and words in it to be filled in.

/// A file of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Section<'a> {
    /// Where it stands, relative to the folder of the exercise; `*` as the first part is the folder of each language.
    pub(super) path: &'a str,
    /// What it holds.
    pub(super) text: &'a str,
}

/// The files of a template. Each begins with a line `==> path <==` and ends with one line end.
pub(super) fn sections(template: &str) -> impl Iterator<Item = Section<'_>> {
    template.split("==> ").filter_map(|part| {
        let (path, text) = part.split_once(" <==\n")?;
        Some(Section { path, text: text.trim_end() })
    })
}

/// Writes values in the place of their names: `<<id>>`.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let filled = values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("<<{name}>>"), value));
    format!("{}\n", filled.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_many_files() {
        let found: Vec<_> = sections("==> a.md <==\none\n\ntwo\n\n==> */b.py <==\nthree\n").collect();
        assert_eq!(found, [Section { path: "a.md", text: "one\n\ntwo" }, Section { path: "*/b.py", text: "three" }]);
    }

    #[test]
    fn names_are_filled_in() {
        assert_eq!(fill("id = <<id>>\n<<more>>\n", &[("id", "7"), ("more", "")]), "id = 7\n");
    }
}
