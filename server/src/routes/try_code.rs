//! `POST /try`: runs the code of a "try it" block. Nothing is kept, so nobody has to be known.

use app::pages::try_result::{TryResultPage, render};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use domain::{Language, LearnerId, Limits, Program, RunOutcome, RunVerdict, visible_text};

use crate::{
    address::limit_key,
    error::Failure,
    extract::{EitherBody, wants_json},
    identity::Asking,
    page::PageContext,
    paths,
    state::AppState,
    upload::{TryJson, Upload},
};

/// What the program printed, as JSON or as a page.
pub async fn run(
    State(app): State<AppState>,
    asking: Asking,
    page: PageContext,
    headers: HeaderMap,
    body: EitherBody<TryJson>,
) -> Result<Response, Failure> {
    let (upload, form) = Upload::of_trial(body);
    let language = upload.language(&Language::ALL)?;
    let outcome = run_once(&app, &asking, language, &upload).await;
    if !upload.from_form || wants_json(&headers) {
        return Ok(Json(outcome?).into_response());
    }
    let (status, retry_after, outcome) = match outcome {
        Ok(outcome) => (axum::http::StatusCode::OK, None, outcome),
        // The page keeps the code, and says where output would stand why there is none.
        Err(failure) => {
            failure.log();
            (failure.status(), failure.retry_after_s(), not_run(&failure))
        }
    };
    let code = upload.files.into_iter().next().map(|file| file.content).unwrap_or_default();
    let data = TryResultPage { language, code, outcome, back: paths::own(form.text("back"), "/road") };
    let mut response = (status, Html(render(&page.frame_at(data.back.clone()), &data))).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

async fn run_once(app: &AppState, asking: &Asking, language: Language, upload: &Upload) -> Result<RunOutcome, Failure> {
    let files = upload.checked(language)?.to_vec();
    app.limits().run(asking.learner().map(LearnerId::as_str), asking.address())?;
    let key = asking.learner().map_or_else(|| limit_key(asking.address()).to_string(), ToString::to_string);
    let program = Program {
        language,
        libraries: Vec::new(),
        files,
        args: Vec::new(),
        stdin: Vec::new(),
        limits: Limits::default(),
    };
    let mut outcome = app.judge().run(&key, program).await?;
    // For a page: no character may act on it or be lost in it.
    outcome.stdout = visible_text(&outcome.stdout);
    outcome.stderr = visible_text(&outcome.stderr);
    Ok(outcome)
}

fn not_run(failure: &Failure) -> RunOutcome {
    RunOutcome {
        verdict: RunVerdict::InternalError,
        stdout: String::new(),
        stderr: failure.detail(),
        exit_code: None,
        fuel: 0,
        wall_ms: 0.0,
        memory_bytes: 0,
    }
}
