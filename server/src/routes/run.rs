//! `POST /exercises/{module}/{slug}/run`: runs code with an input of one's own. Nothing is judged.

use app::{data::OwnPanel, pages::exercise::render};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use curriculum::Exercise;
use domain::{LearnerId, OwnInput, OwnOutcome};

use super::{
    exercise::{Showing, gather},
    place::ExercisePlace,
    project::check_open,
};
use crate::{
    address::limit_key,
    error::Failure,
    extract::{EitherBody, wants_json},
    identity::Asking,
    own_input,
    page::PageContext,
    paths,
    state::AppState,
    upload::{RunJson, TypedInput, Upload, typed_request},
};

/// What came of it, as JSON or on the exercise's page, which keeps code and input as they were sent.
pub async fn run(
    State(app): State<AppState>,
    Path(place): Path<ExercisePlace>,
    asking: Asking,
    page: PageContext,
    headers: HeaderMap,
    body: EitherBody<RunJson>,
) -> Result<Response, Failure> {
    let content = app.content();
    let exercise = place.find(content.catalogue())?;
    let panel = own_input::panel(exercise).ok_or(Failure::NotFound)?;
    check_open(&app, &content, exercise, asking.learner()).await?;
    let (upload, typed) = Upload::of_run(body);
    let as_page = upload.from_form && !wants_json(&headers);
    // The fields of a form stay in it, whatever comes of them.
    let panel = match &typed {
        TypedInput::Form(form) => OwnPanel { typed: typed_request(form), ..panel },
        TypedInput::Read(_) => panel,
    };
    let read = match typed {
        TypedInput::Form(form) => {
            let earlier = own_input::earlier_requests(&form);
            own_input::read(&panel.input, TypedInput::Form(form)).map_err(|failure| (failure, earlier))
        }
        read => own_input::read(&panel.input, read).map_err(|failure| (failure, Vec::new())),
    };
    let (input, outcome) = match read {
        Ok(input) => {
            let outcome = try_once(&app, &asking, exercise, &upload, &input).await;
            (Some(input), outcome)
        }
        Err((failure, earlier)) => {
            let kept = matches!(panel.input, OwnInput::Requests(_)).then_some(OwnInput::Requests(earlier));
            (kept, Err(failure))
        }
    };
    if !as_page {
        return Ok(Json(outcome?).into_response());
    }
    let (status, retry_after, outcome, problem) = match outcome {
        Ok(outcome) => (axum::http::StatusCode::OK, None, Some(outcome), None),
        Err(failure) => {
            failure.log();
            (failure.status(), failure.retry_after_s(), None, Some(failure.detail()))
        }
    };
    let input = input.unwrap_or_else(|| panel.input.clone());
    let showing = Showing {
        language: upload.language.parse().ok(),
        typed: Some(upload.files),
        own: Some(OwnPanel { input, outcome, problem, ..panel }),
        ..Showing::default()
    };
    let data = gather(&app, &content, exercise, asking.learner(), showing).await?;
    let mut response = (status, Html(render(&page.frame_at(paths::exercise(exercise)), &data))).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

async fn try_once(
    app: &AppState,
    asking: &Asking,
    exercise: &Exercise,
    upload: &Upload,
    input: &OwnInput,
) -> Result<OwnOutcome, Failure> {
    let language = upload.language(&exercise.languages)?;
    let variant = exercise.variant(language).ok_or(Failure::NotFound)?;
    let files = upload.checked(language)?.to_vec();
    app.limits().run(asking.learner().map(LearnerId::as_str), asking.address())?;
    let key = asking.learner().map_or_else(|| limit_key(asking.address()).to_string(), ToString::to_string);
    own_input::run(app, &key, exercise, variant, files, input).await
}
