//! The language chosen last: shared by the islands of a page, and told to the server by a cookie.

use std::sync::OnceLock;

use domain::Language;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What was chosen on this page; `None` until a choice is made.
pub(crate) fn chosen_language() -> ArcRwSignal<Option<Language>> {
    static CHOSEN: OnceLock<ArcRwSignal<Option<Language>>> = OnceLock::new();
    CHOSEN.get_or_init(|| ArcRwSignal::new(None)).clone()
}

/// Chooses for every island of this page, and for pages to come.
pub(crate) fn remember_language(language: Language) {
    chosen_language().set(Some(language));
    if let Some(document) = document().dyn_ref::<web_sys::HtmlDocument>() {
        // A browser that keeps no cookies forgets the choice; nothing else is lost.
        let _ = document.set_cookie(&format!("language={language}; Path=/; Max-Age=31536000; SameSite=Lax"));
    }
}
