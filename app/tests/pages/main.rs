//! The pages as documents: what they say, and what they must never let through.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod escaping;
mod html;
mod purity;
mod samples;
mod snapshots;
