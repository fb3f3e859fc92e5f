//! One line where it fits, several where it does not.

use domain::Language;

/// The widest line before a value is broken over several; what a report's pane shows on a small laptop.
const WIDTH: usize = 72;
/// The most characters of one rendered value. A learner reads the beginning; the rest would only weigh on the page.
pub(super) const MOST_CHARS: usize = 4_000;

/// Text with the places where it may be broken.
#[derive(Debug)]
pub(super) enum Node {
    /// Never broken.
    Leaf(String),
    /// Brackets around items, separated by commas.
    Group {
        /// The text up to and with the opening bracket.
        open: String,
        /// What comes between, each with the key before it or an empty string.
        items: Vec<(String, Node)>,
        /// The closing bracket and what follows.
        close: &'static str,
        /// Between brackets and items on one line.
        pad: &'static str,
        /// After the last item on one line too: a tuple of one element.
        comma: bool,
    },
}

impl Node {
    pub(super) fn leaf(text: impl Into<String>) -> Self {
        Self::Leaf(text.into())
    }

    pub(super) fn group(open: impl Into<String>, items: Vec<Self>, close: &'static str) -> Self {
        let items = items.into_iter().map(|item| (String::new(), item)).collect();
        Self::Group { open: open.into(), items, close, pad: "", comma: false }
    }

    /// Lays the text out and cuts it at [`MOST_CHARS`].
    pub(super) fn to_text(&self, language: Language) -> String {
        let indent = match language {
            Language::Python | Language::Php => "    ",
            Language::Javascript | Language::Typescript | Language::Ruby | Language::Sql => "  ",
        };
        let mut text = String::new();
        self.lay_out(&mut text, indent, 0, 0);
        cut(text)
    }

    /// Writes the node, whose line is indented by `level` and must leave room for `after` more characters at its end.
    fn lay_out(&self, out: &mut String, indent: &str, level: usize, after: usize) {
        // What lies this far behind the cut is never seen. Twice, so that `cut` can still say that something is missing.
        if out.len() > 2 * 4 * MOST_CHARS {
            return;
        }
        let column = out.chars().rev().take_while(|c| *c != '\n').take(WIDTH).count();
        let mut line = String::new();
        if self.fits(&mut line, WIDTH.saturating_sub(column + after)) {
            out.push_str(&line);
            return;
        }
        match self {
            Self::Leaf(text) => out.push_str(text),
            Self::Group { open, items, close, .. } => {
                out.push_str(open);
                for (key, item) in items {
                    out.push('\n');
                    out.push_str(&indent.repeat(level + 1));
                    out.push_str(key);
                    item.lay_out(out, indent, level + 1, 1);
                    out.push(',');
                }
                if !items.is_empty() {
                    out.push('\n');
                    out.push_str(&indent.repeat(level));
                }
                out.push_str(close);
            }
        }
    }

    /// Writes the node on one line; `false` as soon as that is longer than `room` bytes.
    fn fits(&self, line: &mut String, room: usize) -> bool {
        match self {
            Self::Leaf(text) if line.len() + text.len() > room => return false,
            Self::Leaf(text) => line.push_str(text),
            Self::Group { open, items, close, pad, comma } => {
                line.push_str(open);
                for (index, (key, item)) in items.iter().enumerate() {
                    line.push_str(if index == 0 { pad } else { ", " });
                    line.push_str(key);
                    if !item.fits(line, room) {
                        return false;
                    }
                }
                if *comma {
                    line.push(',');
                }
                if !items.is_empty() {
                    line.push_str(pad);
                }
                line.push_str(close);
            }
        }
        line.len() <= room
    }
}

/// The first [`MOST_CHARS`] characters, and how many are missing.
pub(super) fn cut(text: String) -> String {
    match text.char_indices().nth(MOST_CHARS) {
        None => text,
        Some((end, _)) => format!("{} … (and many more characters)", &text[..end]),
    }
}
