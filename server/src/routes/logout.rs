//! `POST /logout`: ends the session, on the server.

use axum::response::Redirect;

use crate::{
    error::Failure,
    identity::{Asking, Who},
};

/// Only an account can be left: a guest's session is all that leads to the guest's work, so it is not thrown away by
/// a button that is not even shown to guests.
pub async fn log_out(asking: Asking) -> Result<Redirect, Failure> {
    if matches!(asking.who(), Who::Account(_)) {
        asking.log_out().await?;
    }
    Ok(Redirect::to("/"))
}
