//! Identifiers. Each is its own type, so that one can never be passed where another is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is; whoever reads it from outside has checked that it is a UUID.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The identifier as text, as it stands in URLs and tables.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A person who learns, with an account or as a guest (UUIDv7).
    LearnerId
}
id! {
    /// A module of the road (UUID from `module.toml`); survives a change of the slug.
    ModuleId
}
id! {
    /// A lesson (UUID from its front matter); survives a change of the slug.
    LessonId
}
id! {
    /// An exercise (UUID from `exercise.toml`); survives a change of the slug.
    ExerciseId
}
id! {
    /// One upload of code (UUIDv7).
    SubmissionId
}

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);
