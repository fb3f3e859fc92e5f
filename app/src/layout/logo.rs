//! The mark: a lane running to the horizon.

use leptos::prelude::*;

/// The mark for the browser's tab. It brings its own colours, since no style sheet reaches it.
pub(crate) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E\
    %3Crect width='32' height='32' rx='7' fill='%231c5c45'/%3E\
    %3Cpath d='M13.2 5h5.6L27 27H5z' fill='%23f7f4ec'/%3E\
    %3Cpath d='M16 8v3.2M16 14.4v4M16 21.6V27' stroke='%231c5c45' stroke-width='2.2'/%3E%3C/svg%3E";

/// The mark as part of a page.
#[component]
pub(crate) fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <rect class="logo-ground" width="32" height="32" rx="7" />
            <path class="logo-road" d="M13.2 5h5.6L27 27H5z" />
            <path class="logo-line" d="M16 8v3.2M16 14.4v4M16 21.6V27" />
        </svg>
    }
}
