//! The code editor: a JavaScript module of its own, loaded when a workspace is on the page.

use std::cell::RefCell;

use domain::{Language, MAX_FILE_BYTES};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static LOADER: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Takes the page's `import()`: only JavaScript can write one, and the page's policy lets nothing be evaluated.
pub fn set_loader(import: js_sys::Function) {
    LOADER.set(Some(import));
}

#[wasm_bindgen]
extern "C" {
    type Module;
    #[wasm_bindgen(method, catch)]
    fn mount(this: &Module, options: &JsValue) -> Result<Handle, JsValue>;

    type Handle;
    #[wasm_bindgen(method)]
    fn open(this: &Handle, key: &str, doc: &str, language: &str);
    #[wasm_bindgen(method)]
    fn set(this: &Handle, doc: &str);
    #[wasm_bindgen(method)]
    fn focus(this: &Handle);
    #[wasm_bindgen(method, catch)]
    fn vim(this: &Handle, on: bool) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn measure(this: &Handle);
    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// What the editor calls back.
pub(crate) struct EditorEvents {
    /// The whole text, after each change made by the learner.
    pub change: Box<dyn FnMut(String)>,
    /// Ctrl or Cmd with Enter.
    pub run: Box<dyn FnMut()>,
    /// The length of a text that was not taken because it is too long.
    pub too_long: Box<dyn FnMut(f64)>,
}

/// A mounted editor. Dropping it takes it off the page.
pub(crate) struct Editor {
    handle: Handle,
    // Held as long as JavaScript may call them.
    _change: Closure<dyn FnMut(String)>,
    _run: Closure<dyn FnMut()>,
    _too_long: Closure<dyn FnMut(f64)>,
}

impl Editor {
    /// Loads the module at `url` and mounts an editor for one document into `parent`.
    ///
    /// # Errors
    /// The module could not be loaded or refused to start; the plain text fields then stay.
    pub(crate) async fn mount(
        url: &str,
        parent: &web_sys::HtmlElement,
        label: &str,
        events: EditorEvents,
    ) -> Result<Self, JsValue> {
        let import = LOADER.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
        let promise: js_sys::Promise = import.call1(&JsValue::NULL, &url.into())?.dyn_into()?;
        let module: Module = JsFuture::from(promise).await?.unchecked_into();
        let change = Closure::new(events.change);
        let run = Closure::new(events.run);
        let too_long = Closure::new(events.too_long);
        let options = js_sys::Object::new();
        for (name, value) in [
            ("parent", parent.as_ref()),
            ("label", &label.into()),
            ("nonce", &nonce().into()),
            ("onChange", change.as_ref()),
            ("onRun", run.as_ref()),
            ("most", &MAX_FILE_BYTES.into()),
            ("onTooLong", too_long.as_ref()),
        ] {
            js_sys::Reflect::set(&options, &name.into(), value)?;
        }
        Ok(Self { handle: module.mount(&options)?, _change: change, _run: run, _too_long: too_long })
    }

    /// Shows a document. A key that was open before gets its undo history and cursor back, if the text is the same.
    pub(crate) fn open(&self, key: &str, doc: &str, language: Language) {
        self.handle.open(key, doc, language.as_str());
    }

    /// Replaces the text of the document on show; undoable.
    pub(crate) fn set(&self, doc: &str) {
        self.handle.set(doc);
    }

    /// Turns the keys of Vim on or off. They arrive a little later; where they cannot be had, the usual keys stay.
    pub(crate) fn vim(&self, on: bool) {
        drop(self.handle.vim(on));
    }

    /// Lays the lines out anew: their size has changed.
    pub(crate) fn measure(&self) {
        self.handle.measure();
    }

    /// Puts the cursor into it.
    pub(crate) fn focus(&self) {
        self.handle.focus();
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

/// The nonce of this page's scripts, which the editor's style sheet must carry. Browsers hide it from attributes.
fn nonce() -> String {
    let script = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("script[nonce]").ok().flatten());
    script
        .and_then(|script| js_sys::Reflect::get(&script, &"nonce".into()).ok())
        .and_then(|nonce| nonce.as_string())
        .unwrap_or_default()
}
