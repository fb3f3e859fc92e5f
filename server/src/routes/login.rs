//! `/login`: a password proves who one is.
//!
//! An unknown address, a wrong password and a disabled account get the same answer after the same work: one comparison
//! of a hash. A guest's work moves into the account.

use app::pages::account::{AccountForm, render_login};
use axum::{
    extract::{Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    extract::FormBody,
    identity::{Asking, Who},
    page::PageContext,
    password::{Password, Verified},
    paths,
    state::AppState,
};

/// Where to go afterwards, in the address of `/login` and `/register`.
#[derive(Debug, Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

impl Next {
    /// A path of ours.
    pub fn path(&self) -> String {
        after(&self.next)
    }
}

/// Where somebody goes who has just logged in.
pub fn after(next: &str) -> String {
    paths::own(next, "/road")
}

/// The form.
pub async fn show(Query(next): Query<Next>, asking: Asking, page: PageContext) -> Response {
    if matches!(asking.who(), Who::Account(_)) {
        return Redirect::to(&next.path()).into_response();
    }
    let form = AccountForm { next: next.path(), ..AccountForm::default() };
    Html(render_login(&page.frame(), &form)).into_response()
}

/// Checks the password and begins a session under a new id.
pub async fn log_in(
    State(app): State<AppState>,
    asking: Asking,
    page: PageContext,
    FormBody(mut fields): FormBody,
) -> Result<Response, Failure> {
    let password = Password::new(fields.take("password"));
    let mut form = AccountForm {
        email: fields.text("email").trim().to_owned(),
        next: after(fields.text("next")),
        ..AccountForm::default()
    };
    if let Err(limit) = app.limits().log_in(&form.email, asking.address()) {
        let failure = Failure::from(limit);
        form.problems.push(("", format!("Too many tries. {}", failure.detail())));
        let html = Html(render_login(&page.frame_at("/login".to_owned()), &form));
        let retry = [(header::RETRY_AFTER, HeaderValue::from(limit.retry_after_s))];
        return Ok((failure.status(), retry, html).into_response());
    }
    let found = app.store().accounts().find_by_email(&form.email).await?;
    let kept = found.as_ref().map(|found| found.password_hash.clone());
    let verified = app.hasher().verify(password, kept).await?;
    let account = found.map(|found| found.account).filter(|account| account.disabled_at.is_none());
    let (account, rehashed) = match (account, verified) {
        (Some(account), Verified::Right) => (account, None),
        (Some(account), Verified::Rehashed(hash)) => (account, Some(hash)),
        (_, _) => {
            form.problems.push(("", "The address or the password is not right.".to_owned()));
            let html = Html(render_login(&page.frame_at("/login".to_owned()), &form));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response());
        }
    };
    if let Some(hash) = rehashed {
        app.store().accounts().set_password_hash(&account.learner, &hash).await?;
    }
    if let Some(guest) = asking.guest() {
        app.store().learners().merge(guest, &account.learner).await?;
    }
    asking.log_in(&account.learner).await?;
    Ok(Redirect::to(&form.next).into_response())
}
