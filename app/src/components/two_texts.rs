//! Two texts that differ in one stretch, for the browser: what both begin and end with is found without a library.

use super::Html;

/// How many lines around the stretch are shown.
const AROUND: usize = 3;

/// Writes what only the first has with `-`, what only the second has with `+`, and some lines around. Where the texts differ in
/// several places, all from the first to the last of them counts as different.
pub(crate) fn two_texts(html: &mut Html, first: &str, second: &str) {
    let (first, second): (Vec<&str>, Vec<&str>) = (first.lines().collect(), second.lines().collect());
    let before = first.iter().zip(&second).take_while(|(one, other)| one == other).count();
    let rest = first.len().min(second.len()) - before;
    let after = first.iter().rev().zip(second.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    html.raw(r#"<pre class="diff" tabindex="0"><code>"#);
    let shared = |html: &mut Html, lines: &[&str]| {
        for line in lines {
            html.raw("<span>  ").text(line).raw("\n</span>");
        }
    };
    if before > AROUND {
        html.raw("<span class=\"diff-gap\">⋯\n</span>");
    }
    shared(html, &first[before.saturating_sub(AROUND)..before]);
    for line in &first[before..first.len() - after] {
        html.raw("<del>- ").text(line).raw("\n</del>");
    }
    for line in &second[before..second.len() - after] {
        html.raw("<ins>+ ").text(line).raw("\n</ins>");
    }
    let end = first.len() - after;
    shared(html, &first[end..first.len().min(end + AROUND)]);
    if after > AROUND {
        html.raw("<span class=\"diff-gap\">⋯\n</span>");
    }
    html.raw("</code></pre>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(first: &str, second: &str) -> String {
        let mut html = Html::default();
        two_texts(&mut html, first, second);
        html.finish()
    }

    #[test]
    fn what_differs_is_marked_and_text_stays_text() {
        let html = written("a\n<b>\nc\n", "a\n<i>\nc\n");
        assert!(html.contains("<del>- &lt;b&gt;\n</del><ins>+ &lt;i&gt;\n</ins>"), "{html}");
        assert!(html.contains("<span>  a\n</span>") && html.contains("<span>  c\n</span>"), "{html}");
    }

    #[test]
    fn a_line_that_is_there_once_more_is_found_once() {
        assert!(written("a\na\n", "a\na\na\n").contains("<ins>+ a\n</ins>"));
        assert_eq!(written("a\na\n", "a\na\na\n").matches("<ins>").count(), 1);
        assert!(written("", "x").contains("<ins>+ x"));
        assert!(written("x", "").contains("<del>- x"));
    }
}
