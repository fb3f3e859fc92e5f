//! Who is looking.

use serde::{Deserialize, Serialize};

use crate::{LearnerId, Timestamp};

/// What an account may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Learns.
    #[default]
    Learner,
    /// Teaches classes.
    Instructor,
    /// Runs this installation.
    Administrator,
}

impl Role {
    /// Every role, least power first.
    pub const ALL: [Self; 3] = [Self::Learner, Self::Instructor, Self::Administrator];

    /// The lower-case name used in tables and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Instructor => "instructor",
            Self::Administrator => "administrator",
        }
    }
}

/// An account, without its password hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The learner whose progress it keeps.
    pub learner: LearnerId,
    /// Lower-cased.
    pub email: String,
    /// As the person wrote it.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Since when it may not log in, if so.
    pub disabled_at: Option<Timestamp>,
    /// Since when it is there.
    pub created_at: Timestamp,
}

/// The colours of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name used in the cookie and the `data-theme` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The person a page is rendered for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Viewer {
    /// Nobody we know: no session, or a session without any work in it.
    #[default]
    Visitor,
    /// Somebody with saved work and no account.
    Guest,
    /// Somebody logged in.
    Account {
        /// The name to greet.
        name: String,
        /// For an administrator, how many reported problems nobody has dealt with yet.
        open_problems: Option<u32>,
    },
}
