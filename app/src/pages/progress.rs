//! `/progress`: what the viewer has done so far.

use domain::{Counts, Language, Timestamp, Verdict};

use super::Link;

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressPage {
    /// Lessons read.
    pub lessons: Counts,
    /// Exercises solved.
    pub exercises: Counts,
    /// Points earned.
    pub points: Counts,
    /// What comes next on the road.
    pub next: Option<Link>,
    /// Solved exercises, newest first, with the time.
    pub solved: Vec<(Link, Timestamp)>,
    /// The newest submissions.
    pub recent: Vec<RecentSubmission>,
}

/// A submission in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentSubmission {
    /// The exercise, showing this submission.
    pub link: Link,
    /// Its language.
    pub language: Language,
    /// When it was taken.
    pub at: Timestamp,
    /// None while it waits.
    pub verdict: Option<Verdict>,
}
