//! A word to an author whose change could not be taken: the pages are those from before it.

use crate::components::Html;

/// The list of files is for mending them one after the other; who broke more has the log.
const SHOWN: usize = 20;

/// Writes it, where there is anything to say. Of its own and not as a view, since on nearly every page it is nothing.
pub(super) fn write(out: &mut Html, problems: &[String]) {
    if problems.is_empty() {
        return;
    }
    out.raw(r#"<aside class="content-problems" aria-label="What is wrong with the content">"#);
    out.raw("<p><strong>The content was changed and cannot be used.</strong> This page is as it was before.</p><ul>");
    for problem in problems.iter().take(SHOWN) {
        out.raw("<li>").text(problem).raw("</li>");
    }
    out.raw("</ul>");
    if let Some(more) = problems.len().checked_sub(SHOWN).filter(|&more| more > 0) {
        out.raw("<p>").text(&more.to_string()).raw(" more are in the server's log.</p>");
    }
    out.raw("</aside>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(problems: &[String]) -> String {
        let mut out = Html::default();
        write(&mut out, problems);
        out.finish()
    }

    #[test]
    fn nothing_is_said_where_nothing_is_wrong() {
        assert_eq!(written(&[]), "");
    }

    #[test]
    fn a_few_are_shown_and_the_rest_is_counted() {
        let many: Vec<String> = (1..=SHOWN + 3).map(|number| format!("a.md:{number}: wrong")).collect();
        let shown = written(&many);
        assert!(shown.contains("a.md:20: wrong") && !shown.contains("a.md:21"), "{shown}");
        assert!(shown.contains("3 more are in"), "{shown}");
        assert!(!written(&many[..SHOWN]).contains("more"));
    }
}
