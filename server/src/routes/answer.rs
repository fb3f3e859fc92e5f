//! `POST /exercises/{module}/{slug}/answers`: hands in the answers to a quiz.
//!
//! They are judged here, before they are stored with their verdict: no queue, no worker and nothing to wait for.

use app::pages::quiz::render;
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use curriculum::Exercise;
use domain::{
    Choice, ChoiceError, ExerciseKind, ExerciseState, LearnerId, Points, Verdict,
    api::{AnswersRequest, AnswersView},
    check_choices,
};
use store::AnswerSheet;

use super::quiz::{Refused, gather, questions};
use crate::{
    content::Content,
    error::Failure,
    extract::{EitherBody, Pairs, wants_json},
    identity::Asking,
    page::PageContext,
    paths,
    state::AppState,
};

/// What the fields of a form are called, before the question's place.
const FIELD: &str = "question-";

/// What somebody reads whose page was opened before the quiz changed.
const CHANGED: &str =
    "The questions have changed since you opened this page. Nothing was counted: here they are as they are now.";

/// Takes answers; 200 with what is said of them, 303 to the page for a plain form.
pub async fn hand_in(
    State(app): State<AppState>,
    Path((module, slug)): Path<(String, String)>,
    asking: Asking,
    page: PageContext,
    headers: HeaderMap,
    body: EitherBody<AnswersRequest>,
) -> Result<Response, Failure> {
    let content = app.content();
    let exercise = content.catalogue().exercise(&module, &slug).ok_or(Failure::NotFound)?;
    if exercise.kind != ExerciseKind::Quiz {
        return Err(Failure::NotFound);
    }
    let from_form = matches!(body, EitherBody::Form(_));
    let seen = match &body {
        EitherBody::Form(form) => form.text("exercise_hash").to_owned(),
        EitherBody::Json(request) => request.exercise_hash.clone(),
    };
    if !seen.is_empty() && seen != exercise.content_hash {
        // What was chosen answers other questions than these, so nothing of it is shown beside them.
        let failure = Failure::Invalid { detail: CHANGED.to_owned(), field: None };
        return match from_form && !wants_json(&headers) {
            true => refused(&app, &content, exercise, &asking, &page, Vec::new(), failure).await,
            false => Err(failure),
        };
    }
    let (choices, readable) = match body {
        EitherBody::Json(request) => (request.choices, Ok(())),
        EitherBody::Form(form) => read(&form, exercise.questions.len()),
    };
    match take(&app, &asking, exercise, &choices, readable).await {
        Ok(view) if wants_json(&headers) => Ok(Json(view).into_response()),
        Ok(_) => Ok(Redirect::to(&format!("{}#result", paths::exercise(exercise))).into_response()),
        Err(failure) if from_form && !wants_json(&headers) => {
            refused(&app, &content, exercise, &asking, &page, choices, failure).await
        }
        Err(failure) => Err(failure),
    }
}

/// The page again, with what was chosen and why it was not taken.
async fn refused(
    app: &AppState,
    content: &Content,
    exercise: &Exercise,
    asking: &Asking,
    page: &PageContext,
    choices: Vec<Choice>,
    failure: Failure,
) -> Result<Response, Failure> {
    failure.log();
    let refused = Refused { choices, problem: failure.detail() };
    let data = gather(app, content, exercise, asking.learner(), Some(refused)).await?;
    let html = Html(render(&page.frame_at(paths::exercise(exercise)), &data));
    let mut response = (failure.status(), html).into_response();
    if let Some(seconds) = failure.retry_after_s() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

/// Reads a form: a field `question-PLACE` for each option chosen. What cannot be read is told after the rest was.
fn read(form: &Pairs, questions: usize) -> (Vec<Choice>, Result<(), ChoiceError>) {
    let mut choices = vec![Choice::new(); questions];
    let mut readable = Ok(());
    for (place, option) in form.with_prefix(FIELD) {
        let place = place.parse::<usize>().ok().filter(|place| *place < questions);
        match (place, option.parse()) {
            (Some(place), Ok(option)) => _ = choices[place].insert(option),
            (Some(place), Err(_)) => readable = Err(ChoiceError::NoSuchOption(place + 1)),
            (None, _) => readable = Err(ChoiceError::NoSuchQuestion),
        }
    }
    (choices, readable)
}

async fn take(
    app: &AppState,
    asking: &Asking,
    exercise: &Exercise,
    choices: &[Choice],
    readable: Result<(), ChoiceError>,
) -> Result<AnswersView, Failure> {
    readable.and_then(|()| check_choices(&exercise.questions, choices))?;
    app.limits().run(asking.learner().map(LearnerId::as_str), asking.address())?;
    let passed = exercise.questions.iter().zip(choices).all(|(question, choice)| question.is_answered_by(choice));
    let sheet = AnswerSheet {
        learner: asking.learner_to_write().await?,
        exercise: exercise.id.clone(),
        choices: choices.to_vec(),
        exercise_hash: exercise.content_hash.clone(),
        verdict: if passed { Verdict::Passed } else { Verdict::WrongAnswer },
    };
    let standing = app.store().answer_sheets().hand_in(&sheet).await?;
    let state = standing.map(|standing| standing.state).unwrap_or_default();
    Ok(AnswersView {
        verdict: sheet.verdict,
        points: Points { earned: if passed { exercise.points } else { 0 }, possible: exercise.points },
        solved: state == ExerciseState::Solved,
        questions: questions(exercise, Some(&sheet), state),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Pairs {
        Pairs::of(fields)
    }

    #[test]
    fn a_form_is_read_whatever_is_in_it() {
        let (choices, readable) = read(&form(&[("question-0", "1"), ("question-1", "0"), ("question-1", "2")]), 3);
        assert_eq!(choices, [[1].into(), [0, 2].into(), Choice::new()]);
        assert_eq!(readable, Ok(()));
        for (field, value, error) in [
            ("question-3", "0", ChoiceError::NoSuchQuestion),
            ("question-18446744073709551616", "0", ChoiceError::NoSuchQuestion),
            ("question-", "0", ChoiceError::NoSuchQuestion),
            ("question-0", "-1", ChoiceError::NoSuchOption(1)),
            ("question-2", "", ChoiceError::NoSuchOption(3)),
        ] {
            assert_eq!(read(&form(&[(field, value)]), 3).1, Err(error), "{field}={value}");
        }
    }
}
