//! Quizzes that count: what is chosen, whether it is right, and how much of that a learner is told.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Question, QuestionOption};

/// The options chosen for one question, by their places counted from 0.
pub type Choice = BTreeSet<usize>;

/// Why choices cannot be judged. Questions are counted from 1, as they are on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceError {
    /// There are choices for a question that is not there.
    NoSuchQuestion,
    /// Nothing is chosen here.
    Unanswered(usize),
    /// An option is chosen that is not there.
    NoSuchOption(usize),
    /// One option is right, and several are chosen.
    OnlyOne(usize),
}

impl std::fmt::Display for ChoiceError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSuchQuestion => f.write_str("There are more answers than questions."),
            Self::Unanswered(number) => write!(f, "Question {number} has no answer yet."),
            Self::NoSuchOption(number) => write!(f, "Question {number} has no such option."),
            Self::OnlyOne(number) => write!(f, "Question {number} takes one answer."),
        }
    }
}

impl std::error::Error for ChoiceError {}

impl Question {
    /// Whether more than one option is right.
    pub fn has_several(&self) -> bool {
        self.options.iter().filter(|option| option.right).count() > 1
    }

    /// Whether exactly the right options are chosen.
    pub fn is_answered_by(&self, choice: &Choice) -> bool {
        let right = |(place, option): (usize, &QuestionOption)| option.right == choice.contains(&place);
        self.options.iter().enumerate().all(right)
    }
}

/// Checks that every question has an answer that it could have.
///
/// # Errors
/// The first question that has none.
pub fn check_choices(questions: &[Question], choices: &[Choice]) -> Result<(), ChoiceError> {
    if choices.len() > questions.len() {
        return Err(ChoiceError::NoSuchQuestion);
    }
    for (place, question) in questions.iter().enumerate() {
        let number = place + 1;
        let choice = choices.get(place).filter(|choice| !choice.is_empty()).ok_or(ChoiceError::Unanswered(number))?;
        if choice.iter().any(|&option| option >= question.options.len()) {
            return Err(ChoiceError::NoSuchOption(number));
        }
        if choice.len() > 1 && !question.has_several() {
            return Err(ChoiceError::OnlyOne(number));
        }
    }
    Ok(())
}

/// A question as one learner may see it. What they may not know is not in it, and not hidden later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    /// The question, safe HTML.
    pub ask: String,
    /// Whether more than one option is right.
    pub several: bool,
    /// Whether it was answered rightly; none before it was answered.
    pub right: Option<bool>,
    /// Its options, in order.
    pub options: Vec<OptionView>,
}

/// An option as one learner may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    /// The answer, safe HTML.
    pub text: String,
    /// Whether they chose it.
    pub chosen: bool,
    /// Told of what they chose, and once the quiz is passed of what is right.
    pub explanation: Option<Explanation>,
}

/// What is told of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Whether the option is right.
    pub right: bool,
    /// Why, safe HTML.
    pub why: String,
}

impl QuestionView {
    /// A question on which nothing is told. `choice` is what stays chosen in the form.
    pub fn asked(question: &Question, choice: Option<&Choice>) -> Self {
        Self::with(question, choice, |_, _| false)
    }

    /// A question after it was judged.
    pub fn judged(question: &Question, choice: &Choice, passed: bool) -> Self {
        let told = |option: &QuestionOption, chosen| chosen || (passed && option.right);
        Self { right: Some(question.is_answered_by(choice)), ..Self::with(question, Some(choice), told) }
    }

    fn with(question: &Question, choice: Option<&Choice>, told: impl Fn(&QuestionOption, bool) -> bool) -> Self {
        let option = |(place, option): (usize, &QuestionOption)| {
            let chosen = choice.is_some_and(|choice| choice.contains(&place));
            let explanation =
                told(option, chosen).then(|| Explanation { right: option.right, why: option.why.clone() });
            OptionView { text: option.text.clone(), chosen, explanation }
        };
        Self {
            ask: question.ask.clone(),
            several: question.has_several(),
            right: None,
            options: question.options.iter().enumerate().map(option).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(right: &[bool]) -> Question {
        let option = |(place, &right): (usize, &bool)| QuestionOption {
            text: format!("option {place}"),
            right,
            why: format!("why {place}"),
        };
        Question { ask: "?".to_owned(), options: right.iter().enumerate().map(option).collect() }
    }

    fn choice<const N: usize>(places: [usize; N]) -> Choice {
        places.into()
    }

    #[test]
    fn only_the_right_options_and_all_of_them_are_an_answer() {
        let one = question(&[false, true, false]);
        assert!(one.is_answered_by(&choice([1])));
        assert!(!one.is_answered_by(&choice([0])) && !one.is_answered_by(&choice([])));
        let several = question(&[true, false, true]);
        assert!(several.is_answered_by(&choice([0, 2])));
        for wrong in [choice([0]), choice([0, 1, 2]), choice([1])] {
            assert!(!several.is_answered_by(&wrong), "{wrong:?}");
        }
    }

    #[test]
    fn what_cannot_be_judged_is_named() {
        let questions = [question(&[true, false]), question(&[true, true, false])];
        assert_eq!(check_choices(&questions, &[choice([1]), choice([0, 1])]), Ok(()));
        for (choices, error) in [
            (vec![], ChoiceError::Unanswered(1)),
            (vec![choice([0])], ChoiceError::Unanswered(2)),
            (vec![choice([0]), choice([])], ChoiceError::Unanswered(2)),
            (vec![choice([2]), choice([0])], ChoiceError::NoSuchOption(1)),
            (vec![choice([0, 1]), choice([0])], ChoiceError::OnlyOne(1)),
            (vec![choice([0]), choice([0]), choice([0])], ChoiceError::NoSuchQuestion),
        ] {
            assert_eq!(check_choices(&questions, &choices), Err(error), "{choices:?}");
        }
    }

    #[test]
    fn nothing_is_told_of_what_was_not_chosen_until_the_quiz_is_passed() {
        let told = |view: &QuestionView| -> Vec<bool> {
            view.options.iter().map(|option| option.explanation.is_some()).collect()
        };
        let question = question(&[true, false, true]);
        let asked = QuestionView::asked(&question, Some(&choice([0])));
        assert_eq!((asked.right, told(&asked)), (None, vec![false; 3]));
        assert!(asked.options[0].chosen);
        let wrong = QuestionView::judged(&question, &choice([1, 2]), false);
        assert_eq!((wrong.right, told(&wrong)), (Some(false), vec![false, true, true]));
        let passed = QuestionView::judged(&question, &choice([1]), true);
        assert_eq!((passed.right, told(&passed)), (Some(false), vec![true; 3]));
    }
}
