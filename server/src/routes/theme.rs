//! `POST /theme`: the colours, remembered in a cookie.

use axum::{
    extract::State,
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect},
};

use crate::{cookies, error::Failure, extract::FormBody, paths, state::AppState};

/// The field `theme` names the colours, `next` the page to return to.
pub async fn choose(State(app): State<AppState>, FormBody(form): FormBody) -> Result<impl IntoResponse, Failure> {
    let theme = cookies::theme_named(form.text("theme")).ok_or_else(|| Failure::Invalid {
        detail: "Choose system, light or dark.".into(),
        field: Some("theme".into()),
    })?;
    let cookie = cookies::set_theme(theme, app.is_https());
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&paths::own(form.text("next"), "/"))))
}
