//! `/register`: a guest, or a visitor, gets an account.
//!
//! Whether an address has an account is not said: the refusal is the same sentence for whatever stands in the way, and
//! the password is hashed in either case, so the time tells no more than the words.

use app::pages::account::{AccountForm, render_register};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::Role;
use store::{NewAccount, StoreError};

use super::account::{FormPage, Next, after, check_email, check_name};
use crate::{
    error::Failure,
    extract::FormBody,
    identity::Asking,
    page::PageContext,
    password::{self, Password},
    state::AppState,
};

const PAGE: FormPage = FormPage { path: "/register", render: render_register };

/// The form.
pub async fn show(Query(next): Query<Next>, asking: Asking, page: PageContext) -> Response {
    PAGE.show(&next, &asking, &page)
}

/// Makes the account and begins a session under a new id; the guest's learner becomes the account's.
pub async fn register(
    State(app): State<AppState>,
    asking: Asking,
    page: PageContext,
    FormBody(mut fields): FormBody,
) -> Result<Response, Failure> {
    let password = Password::new(fields.take("password"));
    let mut form = AccountForm {
        name: fields.text("name").trim().to_owned(),
        email: fields.text("email").trim().to_owned(),
        next: after(fields.text("next")),
        problems: Vec::new(),
    };
    if let Err(limit) = app.limits().register(asking.address()) {
        return Ok(PAGE.too_often(&page, &mut form, limit));
    }
    form.problems = problems(&form, &password).await;
    if form.problems.is_empty() {
        let password_hash = app.hasher().hash(password).await?;
        let new = NewAccount {
            guest: asking.guest().cloned(),
            email: form.email.clone(),
            name: form.name.clone(),
            password_hash,
            role: Role::Learner,
        };
        match app.store().accounts().register(new).await {
            Ok(account) => {
                asking.log_in(&account.learner).await?;
                return Ok(Redirect::to(&form.next).into_response());
            }
            Err(StoreError::EmailTaken) => form.problems.push((
                "",
                "We could not make an account of this. If you have registered before, log in; else check the address."
                    .to_owned(),
            )),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(PAGE.refuse(&page, &form))
}

/// What is wrong with a form, by field.
async fn problems(form: &AccountForm, password: &Password) -> Vec<(&'static str, String)> {
    let mut problems = Vec::new();
    if let Err(problem) = check_name(&form.name) {
        problems.push(("name", problem.to_owned()));
    }
    if let Err(problem) = check_email(&form.email) {
        problems.push(("email", problem.to_owned()));
    }
    let (password, name, email) = (password.clone(), form.name.clone(), form.email.clone());
    // Guessing how a password would be guessed takes milliseconds: not on a thread that answers others.
    let checked = tokio::task::spawn_blocking(move || password::check(&password, &[&name, &email])).await;
    if let Ok(Err(problem)) = checked {
        problems.push(("password", problem.to_string()));
    }
    problems
}
