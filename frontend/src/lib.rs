//! The half that runs in the browser: wakes the islands of `app`. Its features say those of which kind of page.
//!
//! A crate of its own, so that the server links none of it. The page's loader calls [`start`] and then, for each island
//! on the page, the function that the island's macro exports.

use wasm_bindgen::prelude::*;

// Without this the linker would drop the islands: nothing else here names them.
pub use app::islands;

/// Prepares the page. `import` is the page's own dynamic import, by which the code editor is loaded.
#[wasm_bindgen]
#[cfg_attr(not(feature = "workspace"), expect(unused_variables, reason = "only a workspace has an editor to load"))]
pub fn start(import: js_sys::Function) {
    #[cfg(feature = "workspace")]
    app::client::set_loader(import);
    #[cfg(feature = "lesson")]
    app::client::keep_quiz_answers();
    leptos::mount::hydrate_islands();
}
