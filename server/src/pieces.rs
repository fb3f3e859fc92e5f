//! The body of a page that is sent in pieces, the largest of which many answers share.

use std::{
    collections::VecDeque,
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use app::Document;
use axum::{
    body::{Body, HttpBody},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body::{Frame, SizeHint};

/// What is still to be sent.
#[derive(Clone, Debug)]
pub struct Pieces(VecDeque<Bytes>);

impl Pieces {
    /// Of a whole document.
    pub fn of(document: Document) -> Self {
        Self(document.0.into_iter().filter(|piece| !piece.is_empty()).collect())
    }
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    /// Exact, so that the answer says its length instead of coming in chunks.
    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.iter().map(|piece| piece.len() as u64).sum())
    }
}

impl IntoResponse for Pieces {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::new(self));
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_page_says_its_length_and_arrives_whole() {
        let pieces = ["<p>", "", "é</p>"].map(|text| Bytes::from_static(text.as_bytes()));
        let body = Pieces(VecDeque::from(pieces));
        assert_eq!(body.size_hint().exact(), Some(9));
        let response = body.into_response();
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
        let whole = axum::body::to_bytes(response.into_body(), 100).await.unwrap();
        assert_eq!(whole, "<p>é</p>".as_bytes());
    }
}
