//! `/login`: a password proves who one is.
//!
//! An unknown address, a wrong password and a disabled account get the same answer after the same work: one comparison
//! of a hash. A guest's work moves into the account.

use app::pages::account::{AccountForm, render_login};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};

use super::account::{FormPage, Next, after};
use crate::{
    error::Failure,
    extract::FormBody,
    identity::Asking,
    page::PageContext,
    password::{Password, Verified},
    state::AppState,
};

const PAGE: FormPage = FormPage { path: "/login", render: render_login };

/// The form.
pub async fn show(Query(next): Query<Next>, asking: Asking, page: PageContext) -> Response {
    PAGE.show(&next, &asking, &page)
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
        return Ok(PAGE.too_often(&page, &mut form, limit));
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
            return Ok(PAGE.refuse(&page, &form));
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
