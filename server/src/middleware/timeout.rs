//! A request has so long, its body included; afterwards the client is told.

use std::time::Duration;

/// Handlers wait at most two seconds for the judge; the rest is for slow connections and a busy disk.
pub const REQUEST: Duration = Duration::from_secs(30);
