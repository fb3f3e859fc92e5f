//! Questions in a lesson: a fence of TOML whose texts are markdown.

use domain::{Question, QuestionOption};
use schemars::JsonSchema;
use serde::Deserialize;

use super::render::Renderer;
use crate::text::{Passage, Spanned};

/// The fence in a lesson; `questions.toml` of an exercise.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Quiz {
    /// At least one.
    #[serde(default)]
    question: Vec<QuestionEntry>,
}

/// `[[question]]`
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct QuestionEntry {
    /// The question, inline markdown.
    ask: Spanned<String>,
    /// Two or more answers, one of them right at least.
    options: Vec<OptionEntry>,
}

/// An answer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OptionEntry {
    /// The answer, inline markdown.
    text: Spanned<String>,
    /// Whether it is right.
    #[serde(default)]
    right: bool,
    /// Why it is right or wrong, inline markdown.
    why: Spanned<String>,
}

/// Reads and renders the questions of a fence.
pub(super) fn questions(passage: Passage<'_>, renderer: &mut Renderer<'_, '_>) -> Vec<Question> {
    let Some(quiz) = passage.toml::<Quiz>(renderer.problems()) else { return Vec::new() };
    if quiz.question.is_empty() {
        renderer.problems().at(passage.file, passage.first_line, "this quiz asks nothing");
    }
    quiz.question.iter().map(|entry| question(passage, entry, renderer)).collect()
}

fn question(passage: Passage<'_>, entry: &QuestionEntry, renderer: &mut Renderer<'_, '_>) -> Question {
    let line = passage.line_of(&entry.ask);
    if entry.options.len() < 2 {
        renderer.problems().at(passage.file, line, "a question needs two options or more");
    }
    if !entry.options.iter().any(|option| option.right) {
        renderer.problems().at(passage.file, line, "no option of this question is `right = true`");
    }
    for (index, option) in entry.options.iter().enumerate() {
        if entry.options[..index].iter().any(|other| other.text.get_ref() == option.text.get_ref()) {
            renderer.problems().at(passage.file, passage.line_of(&option.text), "this option is there twice");
        }
    }
    let options = entry
        .options
        .iter()
        .map(|option| QuestionOption {
            text: renderer.inline(passage.string(&option.text)),
            right: option.right,
            why: renderer.inline(passage.string(&option.why)),
        })
        .collect();
    Question { ask: renderer.inline(passage.string(&entry.ask)), options }
}
