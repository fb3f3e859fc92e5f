//! Which lines of what was expected and of what came differ.

use similar::{ChangeTag, TextDiff};

/// Texts longer than this are not compared: their difference would say nothing.
const MOST_BYTES: usize = 64 * 1024;

/// The lines of `expected` that `actual` has not, and the other way round, counted from 0.
pub(super) fn lines(expected: &str, actual: &str) -> (Vec<u32>, Vec<u32>) {
    let (mut missing, mut surplus) = (Vec::new(), Vec::new());
    // Of one line each, both differ as a whole; to mark them would say nothing.
    let is_short = !expected.contains('\n') && !actual.contains('\n');
    if is_short || expected.len() + actual.len() > MOST_BYTES {
        return (missing, surplus);
    }
    // The last lines end alike, however the texts do.
    let (expected, actual) = (format!("{}\n", expected.trim_end()), format!("{}\n", actual.trim_end()));
    let number = |index: Option<usize>| index.and_then(|index| u32::try_from(index).ok());
    for change in TextDiff::from_lines(&expected, &actual).iter_all_changes() {
        match change.tag() {
            ChangeTag::Delete => missing.extend(number(change.old_index())),
            ChangeTag::Insert => surplus.extend(number(change.new_index())),
            ChangeTag::Equal => {}
        }
    }
    (missing, surplus)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_that_differ_are_marked_on_both_sides() {
        assert_eq!(lines("a\nb\nc", "a\nx\nc\nd\n"), (vec![1], vec![1, 3]));
        assert_eq!(lines("a\nb", "a\nb\n\n"), (vec![], vec![]));
        assert_eq!(lines("a", "b"), (vec![], vec![]));
    }
}
