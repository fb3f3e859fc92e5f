//! Points in time, as a person reads them.

use domain::Timestamp;
use leptos::prelude::*;
use time::{OffsetDateTime, format_description::well_known::Rfc3339, macros::format_description};

/// A `time` element in UTC: the server does not know where its reader lives.
pub(crate) fn when(at: Timestamp) -> impl IntoView {
    let shown = when_text(at);
    let moment = moment(at);
    view! { <time datetime=moment.format(&Rfc3339).unwrap_or_default()>{shown}</time> }
}

/// The same as text alone.
pub(crate) fn when_text(at: Timestamp) -> String {
    moment(at)
        .format(format_description!("[day padding:none] [month repr:short] [year], [hour]:[minute] UTC"))
        .unwrap_or_default()
}

fn moment(at: Timestamp) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(at.0 / 1_000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
