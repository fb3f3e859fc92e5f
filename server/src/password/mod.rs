//! Passwords: what is accepted, and how it is kept.
//!
//! A password is held in [`Password`] from the moment it is read, so that no log line and no error can show it.

mod hash;
mod policy;

use std::fmt;

use serde::Deserialize;

pub use hash::{HashError, Hasher, Verified};
pub use policy::{PasswordProblem, check};

/// A password as it was typed. Its `Debug` form shows nothing of it.
#[derive(Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Password(String);

impl Password {
    /// Takes the text as it is, spaces included.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for hashing and for the policy alone.
    fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown_by_debug() {
        assert!(!format!("{:?}", Password::new("correct horse")).contains("horse"));
    }
}
