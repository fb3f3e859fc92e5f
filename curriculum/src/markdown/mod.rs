//! Markdown to safe HTML.
//!
//! Safe because of what is written, not of what is filtered: raw HTML is refused, links and diagrams pass allow-lists,
//! text is escaped, and no attribute is taken over from the author unread.

mod diagram;
mod fence;
mod link;
mod quiz;
mod render;

use std::path::{Path, PathBuf};

use domain::{Block, Question, TocEntry};

pub(crate) use link::PageLink;
pub(crate) use quiz::Quiz;
pub(crate) use render::sections;

use crate::{error::Problems, text::Passage};

/// How a text may be written, by where it will stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules<'a> {
    /// Whether there may be code to try and quizzes: in lessons only.
    pub(crate) lesson: bool,
    /// The highest level of heading; those above belong to the page.
    pub(crate) first_level: usize,
    /// What the ids of this text begin with, where several texts share a page.
    pub(crate) prefix: &'a str,
    /// The root of the content.
    pub(crate) root: &'a Path,
    /// The folder in which diagrams lie, relative to the root.
    pub(crate) folder: &'a Path,
}

/// A rendered text and what was found in it.
#[derive(Debug, Default)]
pub(crate) struct Rendered {
    /// In reading order.
    pub(crate) blocks: Vec<Block>,
    /// The headings of the highest level.
    pub(crate) toc: Vec<TocEntry>,
    /// Every heading's anchor.
    pub(crate) anchors: Vec<String>,
    /// The line of each variant of each block of code to try.
    pub(crate) try_lines: Vec<usize>,
    /// Links to pages of ours, not looked up yet.
    pub(crate) links: Vec<PageLink>,
    /// The diagrams it shows, relative to the root.
    pub(crate) diagrams: Vec<PathBuf>,
}

impl Rendered {
    /// The HTML of a text that is not a lesson.
    pub(crate) fn html(&self) -> String {
        let mut html = String::new();
        for block in &self.blocks {
            if let Block::Html(part) = block {
                html.push_str(part);
            }
        }
        html
    }
}

/// Renders a text; what is wrong with it goes to `problems`.
pub(crate) fn render(passage: Passage<'_>, rules: Rules<'_>, problems: &mut Problems) -> Rendered {
    let mut renderer = render::Renderer::new(passage, rules, problems);
    renderer.run();
    renderer.finish()
}

/// Reads a file of questions; what is wrong with it goes to `problems`.
pub(crate) fn questions(passage: Passage<'_>, rules: Rules<'_>, problems: &mut Problems) -> Vec<Question> {
    quiz::questions(passage, &mut render::Renderer::new(passage, rules, problems))
}
