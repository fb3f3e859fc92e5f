//! `/road/{module}`: what a module teaches, lesson by lesson.

use super::{Link, ModuleItem};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ModulePage {
    /// The module.
    pub module: ModuleItem,
    /// Its introduction, safe HTML.
    pub intro: String,
    /// The module before it.
    pub previous: Option<Link>,
    /// The module after it.
    pub next: Option<Link>,
}
