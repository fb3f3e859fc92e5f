//! What a guest may use.

use serde::{Deserialize, Serialize};

/// Limits of one run, or of each test of a judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Computing time in milliseconds of the reference machine; becomes fuel by the runtime's pinned rate.
    pub time_ms: u32,
    /// Linear memory of the guest in MiB.
    pub memory_mb: u32,
    /// Standard output and standard error together, in KiB.
    pub output_kb: u32,
    /// How far the virtual clock may advance by sleeping, in seconds.
    pub virtual_seconds: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time_ms: 2_000, memory_mb: 128, output_kb: 64, virtual_seconds: 60 }
    }
}
