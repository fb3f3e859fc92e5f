//! `/road`: every module and lesson, with the viewer's progress.

use domain::Counts;

use super::{Link, ModuleItem};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadPage {
    /// In order.
    pub modules: Vec<ModuleItem>,
    /// Lessons read.
    pub lessons: Counts,
    /// Exercises solved.
    pub exercises: Counts,
    /// The first lesson not read or exercise not solved; none when all is done.
    pub next: Option<Link>,
}
