//! How the editor is set: kept in this browser, because it is about these hands and this screen.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

use crate::client;

/// The name under which it is kept.
const NAME: &str = "backroad.editor";
/// The sizes of letters, in hundredths of the usual one.
const SIZES: [(u16, &str); 5] = [(85, "Small"), (100, "Usual"), (115, "Large"), (135, "Larger"), (160, "Largest")];

/// What can be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Settings {
    /// The keys of Vim.
    pub(super) vim: bool,
    /// A text field of the browser's own in place of the editor.
    pub(super) plain: bool,
    /// The size of letters, in hundredths.
    pub(super) size: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self { vim: false, plain: false, size: 100 }
    }
}

impl Settings {
    /// As they were kept, else as usual.
    pub(super) fn kept() -> Self {
        client::kept(NAME).unwrap_or_default()
    }

    fn keep(&self) {
        client::keep(NAME, self);
    }

    /// Shows the size on the whole workspace, whose code is all of one size.
    pub(super) fn apply_size(&self) {
        let workspace = document().query_selector(".workspace").ok().flatten();
        if let Some(workspace) = workspace.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A size that cannot be set leaves the usual one.
            let _ = workspace.style().set_property("--code-size", &format!("calc(0.875rem * {} / 100)", self.size));
        }
    }
}

/// The menu. What is told of the changes is how to follow them: the size at once, the rest by the editor.
#[component]
pub(super) fn SettingsMenu(settings: RwSignal<Settings>, changed: Callback<Settings>) -> impl IntoView {
    let change = move |change: &dyn Fn(&mut Settings)| {
        settings.update(|settings| change(settings));
        let now = settings.get_untracked();
        now.keep();
        now.apply_size();
        changed.run(now);
    };
    view! {
        <details class="menu editor-settings needs-script">
            <summary class="button is-quiet is-small">"Settings"</summary>
            <div class="menu-panel">
                <label class="setting">
                    <input
                        type="checkbox"
                        autocomplete="off"
                        prop:checked=move || settings.get().vim
                        on:change=move |event| change(&|settings| settings.vim = event_target_checked(&event))
                    />
                    "Vim keys"
                </label>
                <label class="setting">
                    <input
                        type="checkbox"
                        autocomplete="off"
                        prop:checked=move || settings.get().plain
                        on:change=move |event| change(&|settings| settings.plain = event_target_checked(&event))
                    />
                    "Plain text field"
                </label>
                <label class="setting">
                    "Size"
                    <select
                        autocomplete="off"
                        prop:value=move || settings.get().size.to_string()
                        on:change=move |event| {
                            change(&|settings| settings.size = event_target_value(&event).parse().unwrap_or(100));
                        }
                    >
                        {SIZES
                            .map(|(size, word)| view! { <option value=size.to_string() selected=size == 100>{word}</option> })}
                    </select>
                </label>
            </div>
        </details>
    }
}
