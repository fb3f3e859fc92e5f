//! A quiz's page: the answer to `GET /exercises/{module}/{slug}` where the exercise is a quiz.

use app::pages::quiz::QuizPage;
use curriculum::Exercise;
use domain::{Choice, ExerciseState, LearnerId, QuestionView};
use store::AnswerSheet;

use crate::{
    content::{Content, lesson_link},
    error::Failure,
    paths,
    state::AppState,
};

/// Answers that were sent and could not be taken: they stay in the form.
#[derive(Debug)]
pub struct Refused {
    /// What was chosen, as far as it could be read.
    pub choices: Vec<Choice>,
    /// Why it could not be taken.
    pub problem: String,
}

/// Gathers the page's data: the answers that were refused, else those handed in last, else none.
pub async fn gather(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    learner: Option<&LearnerId>,
    refused: Option<Refused>,
) -> Result<QuizPage, Failure> {
    let (state, sheet) = match learner {
        Some(learner) => {
            let standing = app.store().standings().find(learner, &exercise.id).await?;
            let sheet = app.store().answer_sheets().last(learner, &exercise.id).await?;
            (standing.map(|standing| standing.state).unwrap_or_default(), sheet)
        }
        None => (ExerciseState::New, None),
    };
    // Places among the options of other questions than these mean nothing.
    let sheet = sheet.filter(|sheet| refused.is_none() && sheet.exercise_hash == exercise.content_hash);
    let (questions, problem) = match refused {
        Some(Refused { choices, problem }) => {
            let asked = |(place, question)| QuestionView::asked(question, choices.get(place));
            (exercise.questions.iter().enumerate().map(asked).collect(), Some(problem))
        }
        None => (questions(exercise, sheet.as_ref(), state), None),
    };
    Ok(QuizPage {
        title: exercise.title.clone(),
        action: paths::exercise(exercise),
        instructions: exercise.instructions_html.clone(),
        difficulty: exercise.difficulty,
        minutes: exercise.minutes,
        points: exercise.points,
        exercise_hash: exercise.content_hash.clone(),
        lesson: content.catalogue().lesson_of(&exercise.id).map(lesson_link),
        next: content.after(exercise),
        state,
        questions,
        verdict: sheet.map(|sheet| sheet.verdict),
        problem,
    })
}

/// The questions with what a learner may know of them.
pub fn questions(exercise: &Exercise, sheet: Option<&AnswerSheet>, state: ExerciseState) -> Vec<QuestionView> {
    let nothing = Choice::new();
    exercise
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| match sheet {
            Some(sheet) => {
                let choice = sheet.choices.get(place).unwrap_or(&nothing);
                QuestionView::judged(question, choice, state == ExerciseState::Solved)
            }
            None => QuestionView::asked(question, None),
        })
        .collect()
}
