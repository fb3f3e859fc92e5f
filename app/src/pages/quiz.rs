//! `/exercises/{module}/{slug}` of a quiz: questions to be answered and handed in.
//!
//! It needs no script. What the viewer may not know yet is not in the page's data, so it cannot be in the page.

use domain::{ExerciseKind, ExerciseState, Explanation, OptionView, QuestionView, Verdict, Viewer};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Frame, Link};
use crate::components::{Html, Icon, TaskHead, plural, report_problem, summary, task_head};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizPage {
    /// The title.
    pub title: String,
    /// The path of this page; `{action}/answers` takes the answers.
    pub action: String,
    /// What it is about, safe HTML.
    pub instructions: String,
    /// 1 to 10.
    pub difficulty: u8,
    /// Minutes a learner may need.
    pub minutes: u32,
    /// What a pass is worth.
    pub points: u32,
    /// The lesson that teaches it.
    pub lesson: Option<Link>,
    /// Where to go once it is solved.
    pub next: Option<Link>,
    /// How far the viewer is.
    pub state: ExerciseState,
    /// The hash of the content that the page shows: answers to other questions than these mean nothing.
    pub exercise_hash: String,
    /// The questions, with what of them may be told.
    pub questions: Vec<QuestionView>,
    /// What was said of the answers on show; none where there are none.
    pub verdict: Option<Verdict>,
    /// Why the last form could not be taken, if so.
    pub problem: Option<String>,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &QuizPage) -> String {
    let description =
        format!("A quiz of {}, with an explanation for each answer.", plural(page.questions.len(), "question"));
    document(frame, Head::plain("page-quiz", &page.title, &description), || {
        view! {
            <article class="task">
                {task_head(TaskHead {
                    title: &page.title,
                    kind: ExerciseKind::Quiz,
                    lesson: page.lesson.as_ref(),
                    stage: None,
                    state: page.state,
                    difficulty: page.difficulty,
                    minutes: page.minutes,
                    points: page.points,
                })}
                <div class="prose" inner_html=page.instructions.as_str()></div>
                {page.problem.as_ref().map(|problem| view! {
                    <p class="notice is-bad" role="alert">{problem.as_str()}</p>
                })}
                {page.verdict.map(|verdict| view! {
                    <section id="result" tabindex="-1" aria-label="Result" inner_html=result(page, verdict)></section>
                })}
                {(page.verdict == Some(Verdict::Passed)).then(|| solved(frame, page))}
                <form class="quiz-form" method="post" action=format!("{}/answers", page.action)>
                    <input type="hidden" name="exercise_hash" value=page.exercise_hash.as_str() />
                    {page.questions.iter().enumerate().map(|(place, asked)| question(place, asked)).collect_view()}
                    <p class="actions">
                        <button class="button is-primary">
                            {if page.verdict.is_some() { "Hand in again" } else { "Hand in your answers" }}
                        </button>
                    </p>
                </form>
                {report_problem(&page.action)}
            </article>
        }
    })
}

fn result(page: &QuizPage, verdict: Verdict) -> String {
    let right = page.questions.iter().filter(|question| question.right == Some(true)).count();
    let of_all = format!("{right} of {} right", plural(page.questions.len(), "answer"));
    let mut html = Html::default();
    if verdict == Verdict::Passed {
        let facts = format!("{of_all}, {}", plural(page.points as usize, "point"));
        summary(&mut html, "is-passed", Icon::Check, "Passed", "Every answer is right.", &facts);
    } else {
        let sentence = "Read below why, change what is not right yet, and hand in again. Every try is welcome.";
        summary(&mut html, "is-failed", Icon::Cross, "Not all right yet", sentence, &of_all);
    }
    html.finish()
}

/// After a pass: the way on, and for guests how to keep it.
fn solved<'a>(frame: &Frame, page: &'a QuizPage) -> impl IntoView + use<'a> {
    let is_guest = !matches!(frame.viewer, Viewer::Account { .. });
    (page.next.is_some() || is_guest).then(|| view! {
        <div class="solved">
            {page.next.as_ref().map(|next| view! {
                <p class="actions">
                    <a class="button is-primary" href=next.href.as_str()>{format!("Next: {}", next.title)}{Icon::Next.view()}</a>
                </p>
            })}
            {is_guest.then(|| view! {
                <p class="notice">
                    "Your progress is kept in this browser. "<a href="/register">"Register"</a>" to keep it for good."
                </p>
            })}
        </div>
    })
}

fn question(place: usize, question: &QuestionView) -> impl IntoView + use<'_> {
    view! {
        <fieldset class="question">
            <legend>
                <span class="question-number">{place + 1}</span>
                <span>
                    <span inner_html=question.ask.as_str()></span>
                    {question.several.then(|| view! { <span class="question-note">" More than one is right."</span> })}
                    {question.right.map(|right| if right {
                        Either::Left(view! { <span class="question-mark is-right">{Icon::Check.view()}"Right"</span> })
                    } else {
                        Either::Right(view! { <span class="question-mark is-wrong">{Icon::Cross.view()}"Not right yet"</span> })
                    })}
                </span>
            </legend>
            {question
                .options
                .iter()
                .enumerate()
                .map(|(number, answer)| option(place, number, question.several, answer))
                .collect_view()}
        </fieldset>
    }
}

fn option(place: usize, number: usize, several: bool, answer: &OptionView) -> impl IntoView + use<'_> {
    let class = match &answer.explanation {
        Some(Explanation { right: true, .. }) => "option is-told is-right",
        Some(_) => "option is-told is-wrong",
        None => "option",
    };
    view! {
        <div class=class>
            <label>
                <input
                    type=if several { "checkbox" } else { "radio" }
                    name=format!("question-{place}")
                    value=number
                    checked=answer.chosen
                    required=!several
                    autocomplete="off"
                />
                <span class="option-text" inner_html=answer.text.as_str()></span>
            </label>
            {answer.explanation.as_ref().map(|told| view! {
                <p class="option-why">
                    {if told.right {
                        Either::Left(view! { <strong class="why-mark is-right">{Icon::Check.view()}"Right. "</strong> })
                    } else {
                        Either::Right(view! { <strong class="why-mark is-wrong">{Icon::Cross.view()}"Not quite. "</strong> })
                    }}
                    <span inner_html=told.why.as_str()></span>
                </p>
            })}
        </div>
    }
}
