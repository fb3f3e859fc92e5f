//! The footer: what this is, and for guests how to keep their work.

use domain::Viewer;
use leptos::prelude::*;

use crate::pages::Frame;

pub(super) fn footer(frame: &Frame) -> impl IntoView + use<'_> {
    let guest = frame.viewer == Viewer::Guest;
    view! {
        <footer class="site-footer">
            {guest.then(|| view! {
                <p class="guest-notice">
                    "Your progress is kept in this browser. "
                    <a href="/register">"Register"</a>
                    " to keep it for good and take it with you."
                </p>
            })}
            <p class="colophon">
                <strong>"Backroad"</strong>
                " teaches back-end development by doing it. It is free software, and runs on one machine of your own."
            </p>
        </footer>
    }
}
