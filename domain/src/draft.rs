//! Code as it is being typed.

use serde::{Deserialize, Serialize};

use crate::{Language, SourceFile, Timestamp};

/// The autosaved code of one learner, exercise and language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The language.
    pub language: Language,
    /// The files.
    pub files: Vec<SourceFile>,
    /// Counts up by one with each save; a save names the revision it builds on.
    pub revision: u32,
    /// When it was last saved.
    pub updated_at: Timestamp,
}
