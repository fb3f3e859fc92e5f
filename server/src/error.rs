//! Everything that can go wrong with a request, in one place: the status, what the person reads, what the log keeps.
//!
//! A handler returns a [`Failure`]; it travels in the response's extensions until
//! [`crate::middleware::failures`] turns it into a page for people or `application/problem+json` for programs. So a
//! handler cannot leak the text of a database error: there is no way from a source to the words on the page.

use std::sync::Arc;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{ChoiceError, FileError, api::Problem};
use sandbox::Busy;
use store::StoreError;

use crate::{limits::TooOften, password::HashError};

/// Why a request was not answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No such page, or not this person's.
    #[error("not found")]
    NotFound,
    /// The path exists, the method does not.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// The page was drawn for somebody who is logged in no more.
    #[error("logged out meanwhile")]
    LoggedOut,
    /// Another site tried to act for one of our users.
    #[error("cross-site request refused")]
    CrossSite,
    /// More bytes than the route takes.
    #[error("body over the limit")]
    TooLarge,
    /// A body that is not what its content type says, or no UTF-8, or of the wrong shape.
    #[error("unreadable body: {0}")]
    Unreadable(String),
    /// A body of a kind the route does not take.
    #[error("unsupported content type")]
    UnsupportedType,
    /// Well-formed, but it cannot be taken; the text is for the person.
    #[error("refused: {detail}")]
    Invalid {
        /// What can be done.
        detail: String,
        /// The form field it belongs to.
        field: Option<String>,
    },
    /// More often than one person or address may.
    #[error("rate limit")]
    TooOften(TooOften),
    /// Every place in the queue is taken.
    #[error("the queue is full")]
    Busy(Busy),
    /// It took longer than a request may.
    #[error("request timed out")]
    Timeout,
    /// The database cannot be read or written at the moment.
    #[error("the store is not available")]
    StoreUnavailable(#[source] anyhow::Error),
    /// Our mistake.
    #[error("internal error")]
    Internal(#[source] anyhow::Error),
}

impl Failure {
    /// Well-formed but not acceptable, for no field in particular.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::Invalid { detail: detail.into(), field: None }
    }

    /// The failure that a bare status stands for, where a layer answered without saying more.
    pub fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::UnsupportedType,
            status if status.is_client_error() => Self::Unreadable(status.to_string()),
            // Handlers and caught panics say their reason. What is left is the session's layer, which answers so when it
            // cannot save a session, and the static files, when they cannot be read.
            status => Self::StoreUnavailable(anyhow::anyhow!("a session or a file: {status} without a reason")),
        }
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::LoggedOut => StatusCode::UNAUTHORIZED,
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::UnsupportedType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) | Self::Timeout | Self::StoreUnavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// In a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::NotFound => "There is no such page",
            Self::MethodNotAllowed => "That cannot be done here",
            Self::LoggedOut => "You were logged out meanwhile",
            Self::CrossSite => "This request came from another site",
            Self::TooLarge => "That is too much at once",
            Self::Unreadable(_) | Self::UnsupportedType => "The request could not be read",
            Self::Invalid { .. } => "That could not be taken",
            Self::TooOften(_) => "A little slower, please",
            Self::Busy(_) => "Everybody is running code right now",
            Self::Timeout => "That took too long",
            Self::StoreUnavailable(_) => "Nothing can be saved at the moment",
            Self::Internal(_) => "Something broke on our side",
        }
    }

    /// What happened and what can be done.
    pub fn detail(&self) -> String {
        match self {
            Self::NotFound => "The address may be mistyped, or the page may have moved. The road shows everything there is.".into(),
            Self::MethodNotAllowed => "The address is right, but it does not take this kind of request.".into(),
            Self::LoggedOut => "What you typed is kept in this browser. Log in again and open this page: it is sent then.".into(),
            Self::CrossSite => "For your safety only our own pages may act for you. Open the page here and try again.".into(),
            Self::TooLarge => "At most 10 files of 64 KiB each can be sent. Go back: what you typed is still there.".into(),
            Self::Unreadable(why) => format!("The request is damaged or was made by another program: {why}."),
            Self::UnsupportedType => "Send a form or JSON.".into(),
            Self::Invalid { detail, .. } => detail.clone(),
            Self::TooOften(TooOften { retry_after_s }) => {
                format!("That was often in a short time. Try again in {}.", seconds(*retry_after_s))
            }
            Self::Busy(Busy { retry_after_s }) => {
                format!("The queue is full. Nothing of yours is lost; try again in {}.", seconds(*retry_after_s))
            }
            Self::Timeout => "The server is very busy or the connection very slow. Try again in a moment.".into(),
            Self::StoreUnavailable(_) => {
                "The server's disk is full or its database cannot be reached. Reading still works; keep what you typed and try again later.".into()
            }
            Self::Internal(_) => "It is not your fault. The error was written to the server's log; try again in a moment.".into(),
        }
    }

    /// When to come back, in seconds, where that is known.
    pub fn retry_after_s(&self) -> Option<u64> {
        match self {
            Self::TooOften(limit) => Some(limit.retry_after_s),
            Self::Busy(busy) => Some(busy.retry_after_s),
            Self::Timeout | Self::StoreUnavailable(_) => Some(10),
            _ => None,
        }
    }

    /// The form for programs, RFC 9457.
    pub fn problem(&self) -> Problem {
        let field = match self {
            Self::Invalid { field, .. } => field.clone(),
            _ => None,
        };
        Problem { title: self.title().to_owned(), status: self.status().as_u16(), detail: self.detail(), field }
    }

    /// Writes what the operator must know. A person's mistakes are not the operator's business.
    pub fn log(&self) {
        match self {
            Self::Internal(source) => tracing::error!("{self}: {source:#}"),
            Self::StoreUnavailable(source) => tracing::error!("{self}: {source:#}"),
            Self::Timeout | Self::Busy(_) => tracing::warn!("{self}"),
            _ => tracing::debug!("{self}"),
        }
    }
}

fn seconds(count: u64) -> String {
    if count == 1 { "a second".to_owned() } else { format!("{count} seconds") }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        let text = error.to_string();
        let mut letters = text.chars();
        let detail =
            letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
                + ".";
        Self::Invalid { detail, field: Some("files".to_owned()) }
    }
}

impl From<ChoiceError> for Failure {
    fn from(error: ChoiceError) -> Self {
        Self::Invalid { detail: error.to_string(), field: Some("choices".to_owned()) }
    }
}

impl From<TooOften> for Failure {
    fn from(limit: TooOften) -> Self {
        Self::TooOften(limit)
    }
}

impl From<Busy> for Failure {
    fn from(busy: Busy) -> Self {
        Self::Busy(busy)
    }
}

impl From<HashError> for Failure {
    fn from(error: HashError) -> Self {
        Self::Internal(error.into())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            // What the request names is gone: a guest merged into an account in another window, for one.
            StoreError::NotFound => Self::NotFound,
            StoreError::Full(_) | StoreError::Unavailable(_) | StoreError::Damaged(_) => {
                Self::StoreUnavailable(error.into())
            }
            _ => Self::Internal(error.into()),
        }
    }
}

impl From<tower_sessions::session::Error> for Failure {
    fn from(error: tower_sessions::session::Error) -> Self {
        match error {
            tower_sessions::session::Error::Store(_) => Self::StoreUnavailable(error.into()),
            tower_sessions::session::Error::SerdeJson(_) => Self::Internal(error.into()),
        }
    }
}

/// A failure on its way to being written out.
#[derive(Clone)]
pub struct Pending(pub Arc<Failure>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Pending(Arc::new(self)));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_never_reaches_the_page() {
        for failure in [
            Failure::Internal(anyhow::anyhow!("secret table name")),
            Failure::StoreUnavailable(anyhow::anyhow!("secret table name")),
        ] {
            let problem = failure.problem();
            assert!(!format!("{problem:?}").contains("secret"), "{problem:?}");
        }
    }

    #[test]
    fn waiting_is_told_in_words_and_in_the_header() {
        let failure = Failure::from(TooOften { retry_after_s: 12 });
        assert_eq!((failure.status().as_u16(), failure.retry_after_s()), (429, Some(12)));
        assert!(failure.detail().contains("12 seconds"));
        assert_eq!(Failure::from(Busy { retry_after_s: 1 }).status().as_u16(), 503);
    }

    #[test]
    fn a_file_error_is_a_sentence_at_its_field() {
        let problem = Failure::from(FileError::Missing).problem();
        assert_eq!(problem.detail, "There is no code in this submission.");
        assert_eq!(problem.field.as_deref(), Some("files"));
    }
}
