//! Inputs of a size: what a test of growth hands to the learner's code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The tag under which one stands among the arguments of a call: `{ "$gen" = { integers = { max = 100 } } }`.
pub const GENERATOR_TAG: &str = "$gen";

/// Something made for a size `n`, the same each time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Generator {
    /// The size itself, times this.
    Size(u64),
    /// The whole numbers from 0 to below `n`.
    Range {},
    /// `n` whole numbers.
    Integers {
        /// From 0 to below this.
        max: u64,
        /// Rising.
        #[serde(default)]
        sorted: bool,
        /// Another seed, other numbers.
        #[serde(default)]
        seed: u64,
    },
    /// `n` words, of which about `distinct` differ; as many as `n` where it is left out.
    Words {
        /// How many different ones.
        distinct: Option<u64>,
        /// Another seed, other words.
        #[serde(default)]
        seed: u64,
    },
    /// `n` objects.
    Records {
        /// What each has.
        fields: BTreeMap<String, Field>,
        /// Another seed, other values.
        #[serde(default)]
        seed: u64,
    },
    /// A text of `n` letters and spaces.
    Text {
        /// Another seed, other letters.
        #[serde(default)]
        seed: u64,
    },
}

/// A value of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Field {
    /// Its place, from 0.
    Index {},
    /// A whole number from 0 to below this.
    Integer(u64),
    /// One of so many words.
    Word(u64),
}
