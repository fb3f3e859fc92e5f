//! `/`: what this is, and where to begin.

use super::Link;

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct HomePage {
    /// How many lessons there are.
    pub lessons: u32,
    /// How many exercises there are.
    pub exercises: u32,
    /// Where the road begins.
    pub first: Link,
    /// Where this viewer goes on, if there is saved work.
    pub next: Option<Link>,
    /// The modules there are.
    pub modules: Vec<super::ModuleItem>,
}
