//! What `/login` and `/register` share: how their forms are shown, and what is asked of a name and an address (by the
//! command line as well).

use app::pages::{Frame, account::AccountForm};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    error::Failure,
    identity::{Asking, Who},
    limits::TooOften,
    page::PageContext,
    paths,
};

/// One of the two pages.
pub struct FormPage {
    /// Its path.
    pub path: &'static str,
    /// Draws it.
    pub render: fn(&Frame, &AccountForm) -> String,
}

impl FormPage {
    /// The empty form; somebody who is logged in already goes on.
    pub fn show(&self, next: &Next, asking: &Asking, page: &PageContext) -> Response {
        if matches!(asking.who(), Who::Account(_)) {
            return Redirect::to(&next.path()).into_response();
        }
        let form = AccountForm { next: next.path(), ..AccountForm::default() };
        Html((self.render)(&page.frame(), &form)).into_response()
    }

    /// The form with what was typed, and what is wrong with it.
    pub fn refuse(&self, page: &PageContext, form: &AccountForm) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, self.again(page, form)).into_response()
    }

    /// The form with what was typed, for somebody who tried too often.
    pub fn too_often(&self, page: &PageContext, form: &mut AccountForm, limit: TooOften) -> Response {
        let failure = Failure::from(limit);
        form.problems.push(("", format!("Too many tries. {}", failure.detail())));
        let retry = [(header::RETRY_AFTER, HeaderValue::from(limit.retry_after_s))];
        (failure.status(), retry, self.again(page, form)).into_response()
    }

    fn again(&self, page: &PageContext, form: &AccountForm) -> Html<String> {
        Html((self.render)(&page.frame_at(self.path.to_owned()), form))
    }
}

/// Where to go afterwards, in the address of both pages.
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

/// The most characters of a name.
const MAX_NAME: usize = 80;
/// The most bytes of an address, by RFC 5321.
const MAX_EMAIL: usize = 254;

/// Checks the name that pages greet with.
///
/// # Errors
/// What is wrong with it.
pub fn check_name(name: &str) -> Result<(), &'static str> {
    match name.chars().count() {
        0 => Err("Write how you want to be greeted."),
        1..=MAX_NAME if !name.chars().any(char::is_control) => Ok(()),
        1..=MAX_NAME => Err("A name has letters, spaces and signs only."),
        _ => Err("Use at most 80 characters."),
    }
}

/// Checks that a text looks like an address. Only a mail that arrives could prove it, and we send none.
///
/// # Errors
/// What is wrong with it.
pub fn check_email(email: &str) -> Result<(), &'static str> {
    let parts =
        email.rsplit_once('@').filter(|(user, host)| !user.is_empty() && !host.is_empty() && !user.contains('@'));
    let plain = !email.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    if parts.is_some() && plain && email.len() <= MAX_EMAIL {
        Ok(())
    } else {
        Err("Write an address such as ada@example.org.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_look_like_addresses() {
        for fine in ["ada@example.org", "a+b@localhost", "žluť@příklad.example"] {
            assert_eq!(check_email(fine), Ok(()), "{fine}");
        }
        let long = format!("{}@example.org", "a".repeat(250));
        for bad in ["", "ada", "@example.org", "ada@", "a da@example.org", "a@b@c", "a@b\n", long.as_str()] {
            assert!(check_email(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn names_are_what_people_are_called() {
        for fine in ["Ada", "José Ñ. O'Neil-Müller", "李", "<b>"] {
            assert_eq!(check_name(fine), Ok(()), "{fine}");
        }
        for bad in ["", "a\u{0}b", &"x".repeat(81)] {
            assert!(check_name(bad).is_err(), "{bad:?}");
        }
    }
}
