//! A quiz that needs no script: choosing an option shows, by style sheet alone, why it is right or wrong.

use domain::{Question, QuestionOption};
use leptos::either::Either;
use leptos::prelude::*;

use super::Icon;

/// The questions of one quiz. `number`, from 1, tells the quizzes of a page apart.
pub(crate) fn quiz(number: usize, questions: &[Question]) -> impl IntoView + use<'_> {
    view! {
        <section class="quiz" aria-label=format!("Quiz {number}")>
            <p class="quiz-title">"Check yourself"</p>
            {questions
                .iter()
                .enumerate()
                .map(|(place, question)| {
                    let name = format!("quiz-{number}-{place}");
                    let several = question.has_several();
                    view! {
                        <fieldset class="question">
                            <legend>
                                <span class="question-number">{place + 1}</span>
                                <span>
                                    <span inner_html=question.ask.as_str()></span>
                                    {several.then(|| view! { <span class="question-note">" More than one is right."</span> })}
                                </span>
                            </legend>
                            {question.options.iter().map(|answer| option(&name, several, answer)).collect_view()}
                        </fieldset>
                    }
                })
                .collect_view()}
        </section>
    }
}

fn option<'a>(name: &str, several: bool, answer: &'a QuestionOption) -> impl IntoView + use<'a> {
    let kind = if several { "checkbox" } else { "radio" };
    view! {
        <div class="option" class:is-right=answer.right>
            <label>
                <input type=kind name=name.to_owned() autocomplete="off" />
                <span class="option-text" inner_html=answer.text.as_str()></span>
            </label>
            <p class="option-why">
                {if answer.right {
                    Either::Left(view! { <strong class="why-mark is-right">{Icon::Check.view()}"Right. "</strong> })
                } else {
                    Either::Right(view! { <strong class="why-mark is-wrong">{Icon::Cross.view()}"Not quite. "</strong> })
                }}
                <span inner_html=answer.why.as_str()></span>
            </p>
        </div>
    }
}
