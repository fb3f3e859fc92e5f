//! `/road/{module}/{lesson}`: a lesson to read, try and answer.

use std::sync::Arc;

use domain::{Block, TocEntry};

use super::{ExerciseItem, Link};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonPage {
    /// The lesson itself, made once at start.
    pub lesson: Arc<LessonBody>,
    /// The module it belongs to.
    pub module: Link,
    /// What there is to do.
    pub exercises: Vec<ExerciseItem>,
    /// The lesson before it on the road.
    pub previous: Option<Link>,
    /// The lesson after it on the road.
    pub next: Option<Link>,
    /// Whether the viewer marked it as read.
    pub read: bool,
    /// Where `POST` marks it as read.
    pub read_action: String,
}

/// What of a lesson is the same for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonBody {
    /// The title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Minutes of reading.
    pub minutes: u32,
    /// The second-level headings.
    pub toc: Vec<TocEntry>,
    /// The text, the code to try and the quizzes, in order.
    pub blocks: Vec<Block>,
    /// Standards and books it rests on.
    pub sources: Vec<String>,
}
