//! The answers to a lesson's quizzes, kept in this browser: whoever comes back finds what they chose.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, closure::Closure};

use super::storage::{keep, kept};

/// What was chosen on a page.
#[derive(Debug, Serialize, Deserialize)]
struct Answers {
    /// How many answers the page offered: with another number it is another quiz, and places mean nothing in it.
    of: u32,
    /// The places of those that were chosen.
    chosen: Vec<u32>,
}

/// Puts back what was chosen on this page before, and keeps what is chosen from now on.
pub fn keep_quiz_answers() {
    let place = format!("backroad.quiz {}", window().location().pathname().unwrap_or_default());
    let offered = offered();
    if offered.is_empty() {
        return;
    }
    let count = u32::try_from(offered.len()).unwrap_or(u32::MAX);
    if let Some(answers) = kept::<Answers>(&place).filter(|answers| answers.of == count) {
        for (index, field) in (0..).zip(&offered) {
            field.set_checked(answers.chosen.contains(&index));
        }
    }
    let changed = Closure::<dyn Fn()>::new(move || {
        let chosen = (0..).zip(&offered).filter(|(_, field)| field.checked()).map(|(index, _)| index).collect();
        keep(&place, &Answers { of: count, chosen });
    });
    // Where nothing can be listened to, nothing is kept; the quiz works all the same.
    let _ = document().add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
    // It listens as long as there is a page.
    changed.forget();
}

/// The fields of every quiz, in the order of the page.
fn offered() -> Vec<web_sys::HtmlInputElement> {
    let Ok(found) = document().query_selector_all(".quiz input") else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
