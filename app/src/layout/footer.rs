//! The footer: what this is, and for guests how to keep their work.

use std::sync::LazyLock;

use domain::Viewer;
use leptos::prelude::*;

use super::document::still;
use crate::pages::Frame;

/// Drawn once for guests and once for everybody else: it stands on every page.
pub(super) fn footer(frame: &Frame) -> impl IntoView + use<> {
    static DRAWN: LazyLock<[String; 2]> = LazyLock::new(|| [false, true].map(|guest| still(inside(guest))));
    let guest = frame.viewer == Viewer::Guest;
    view! { <footer class="site-footer" inner_html=DRAWN[usize::from(guest)].as_str()></footer> }
}

fn inside(guest: bool) -> impl IntoView {
    view! {
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
    }
}
