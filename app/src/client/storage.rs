//! What this browser keeps for itself. A browser that keeps nothing loses nothing else by it.

use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What was kept under a name, if it is there and still makes sense.
pub(crate) fn kept<T: DeserializeOwned>(name: &str) -> Option<T> {
    let text = storage()?.get_item(name).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

/// Keeps something under a name; whether it was kept.
pub(crate) fn keep<T: Serialize>(name: &str, value: &T) -> bool {
    let written = serde_json::to_string(value).ok();
    written.zip(storage()).is_some_and(|(text, storage)| storage.set_item(name, &text).is_ok())
}

/// Forgets what was kept under a name.
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) fn forget(name: &str) {
    if let Some(storage) = storage() {
        // Where it cannot be removed it stays, and is compared with what the server has when it is found again.
        let _ = storage.remove_item(name);
    }
}
