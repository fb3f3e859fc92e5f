//! Two texts, line by line: what was taken out and what was put in.

use similar::{ChangeTag, TextDiff};

use super::Html;

/// How many lines around a change are shown.
const AROUND: usize = 3;

/// Writes the difference. Lines far from any change are left out, with a mark where they were.
pub(crate) fn diff(html: &mut Html, old: &str, new: &str) {
    let diff = TextDiff::from_lines(old, new);
    let groups = diff.grouped_ops(AROUND);
    if groups.is_empty() {
        html.raw(r#"<p class="diff-same">There is no difference.</p>"#);
        return;
    }
    html.raw(r#"<pre class="diff" tabindex="0"><code>"#);
    for (place, group) in groups.iter().enumerate() {
        let starts_late = group.first().is_some_and(|op| op.old_range().start > 0);
        if place > 0 || starts_late {
            html.raw("<span class=\"diff-gap\">⋯\n</span>");
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (open, close) = match change.tag() {
                ChangeTag::Equal => ("<span>  ", "</span>"),
                ChangeTag::Delete => ("<del>- ", "</del>"),
                ChangeTag::Insert => ("<ins>+ ", "</ins>"),
            };
            let line = change.value();
            html.raw(open).text(line.trim_end_matches(['\n', '\r'])).raw("\n").raw(close);
        }
    }
    html.raw("</code></pre>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(old: &str, new: &str) -> String {
        let mut html = Html::default();
        diff(&mut html, old, new);
        html.finish()
    }

    #[test]
    fn changes_are_marked_and_text_stays_text() {
        let html = written("a\n<b>\nc\n", "a\n<i>\nc\n");
        assert!(html.contains("<del>- &lt;b&gt;\n</del><ins>+ &lt;i&gt;\n</ins>"), "{html}");
        assert!(html.contains("<span>  a\n</span>"), "{html}");
        assert!(written("a\n", "a\n").contains("no difference"));
    }

    #[test]
    fn what_is_far_from_a_change_is_left_out() {
        let old: String = (0..100).map(|line| format!("{line}\n")).collect();
        let html = written(&old, &old.replace("50\n", "fifty\n"));
        assert!(html.contains("diff-gap") && !html.contains("  10\n") && html.contains("  47\n"), "{html}");
    }
}
