//! What the modules of the road are about, in a few words.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// One side of the trade. Each module belongs to one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Pillar {
    /// How the web and a machine work, how to program, and how to know that it works.
    #[default]
    Foundations,
    /// Keeping and finding data.
    Data,
    /// Answering requests: interfaces, their safety and their speed.
    Services,
    /// Bringing software to where it runs, and keeping it running.
    Operations,
    /// The job.
    Career,
}

impl Pillar {
    /// All of them, in the order in which they are met.
    pub const ALL: [Self; 5] = [Self::Foundations, Self::Data, Self::Services, Self::Operations, Self::Career];

    /// The name in files and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Foundations => "foundations",
            Self::Data => "data",
            Self::Services => "services",
            Self::Operations => "operations",
            Self::Career => "career",
        }
    }

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Foundations => "Foundations",
            Self::Data => "Data",
            Self::Services => "Services",
            Self::Operations => "Operations",
            Self::Career => "Career",
        }
    }
}

impl fmt::Display for Pillar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text named no pillar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no pillar `{0}`; choose {names}", names = Pillar::ALL.map(Pillar::as_str).join(", "))]
pub struct UnknownPillar(pub String);

impl FromStr for Pillar {
    type Err = UnknownPillar;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|pillar| pillar.as_str() == text).ok_or_else(|| UnknownPillar(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pillar_is_found_by_its_name_and_nothing_else_is() {
        for pillar in Pillar::ALL {
            assert_eq!(pillar.as_str().parse(), Ok(pillar));
        }
        assert_eq!("Data".parse::<Pillar>(), Err(UnknownPillar("Data".into())));
    }
}
