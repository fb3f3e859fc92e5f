//! The page around the islands: its address, its width, its time.

use domain::ExerciseState;
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::components::state_mark_parts;

/// Whether the workspace shows one pane at a time; the same width stands in its style sheet.
pub(crate) fn is_narrow() -> bool {
    window().match_media("(max-width: 63.99em)").ok().flatten().is_some_and(|media| media.matches())
}

/// Whether the results lie below the task; the same width stands in its style sheet.
pub(crate) fn has_two_columns() -> bool {
    window().match_media("(max-width: 84em)").ok().flatten().is_some_and(|media| media.matches())
}

/// Leaves for another page of ours.
pub(crate) fn go_to(address: &str) {
    // Where a browser refuses, the page stays as it is.
    let _ = window().location().set_href(address);
}

/// Puts a text where it can be pasted from. A page that is not served safely may not; then it can still be marked by hand.
pub(crate) fn copy_text(text: &str) {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    if clipboard.is_some_and(|clipboard| clipboard.is_object()) {
        drop(window().navigator().clipboard().write_text(text));
    }
}

/// The part of the address after `#`, with it.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Lets the address say what is shown, without a new entry in the history.
pub(crate) fn replace_address(address: &str) {
    // A browser may refuse many changes in a row; then the address is a little behind.
    let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// Shows how far the viewer is with the exercise of this page. Solved stays solved.
pub(crate) fn show_state(state: ExerciseState) {
    let Some(mark) = document().query_selector("#task-state > .state").ok().flatten() else { return };
    if state == ExerciseState::Solved || !mark.class_list().contains("is-solved") {
        let (class, inside) = state_mark_parts(state);
        mark.set_class_name(class);
        mark.set_inner_html(&inside);
    }
}

/// Waits.
pub(crate) async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        // Without a timer there is no wait, only an earlier question.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}
