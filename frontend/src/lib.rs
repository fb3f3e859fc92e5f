//! The half that runs in the browser: wakes the islands of `app`.
//!
//! A crate of its own, so that the server links none of it. The page's loader calls [`start`] and then, for each island
//! on the page, the function that the island's macro exports.

use wasm_bindgen::prelude::*;

// Without this the linker would drop the islands: nothing else here names them.
pub use app::islands;

/// Prepares the page. `import` is the page's own dynamic import, by which the code editor is loaded.
#[wasm_bindgen]
pub fn start(import: js_sys::Function) {
    app::client::set_loader(import);
    leptos::mount::hydrate_islands();
}
