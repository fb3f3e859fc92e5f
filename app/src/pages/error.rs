//! Any page that could not be shown.

use leptos::prelude::*;

use super::Frame;
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorPage {
    /// The HTTP status.
    pub status: u16,
    /// In a few words.
    pub title: String,
    /// What happened and what can be done.
    pub detail: String,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &ErrorPage) -> String {
    document(frame, Head::plain("page-error", &page.title, &page.detail), || body(page))
}

/// The message and the ways back.
pub(crate) fn body(page: &ErrorPage) -> impl IntoView + use<'_> {
    view! {
        <div class="error-page">
            <svg class="error-sign" viewBox="0 0 120 132" width="120" height="132" aria-hidden="true" focusable="false">
                <path class="sign-post" d="M60 88v44" />
                <path class="sign-plate" d="M60 4l50 46-50 46L10 50z" />
                <path class="sign-mark" d="M60 26v30M60 66v6" />
            </svg>
            <p class="error-status">{page.status}</p>
            <h1>{page.title.as_str()}</h1>
            <p class="lead">{page.detail.as_str()}</p>
            <p class="actions">
                <a class="button is-primary" href="/road">"Back to the road"</a>
                <a class="button is-quiet" href="/">"Home"</a>
            </p>
        </div>
    }
}
