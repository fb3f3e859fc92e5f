//! What a reader says is wrong with a page.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// The longest message that is taken, in bytes.
pub const MAX_MESSAGE_BYTES: usize = 4_000;

/// One report, as administrators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemReport {
    /// Which one (UUIDv7).
    pub id: String,
    /// Who said it, where it was an account.
    pub name: Option<String>,
    /// The path of the page.
    pub page: String,
    /// In the reader's words.
    pub message: String,
    /// When it was said.
    pub created_at: Timestamp,
    /// When an administrator had dealt with it, if so.
    pub settled_at: Option<Timestamp>,
}
