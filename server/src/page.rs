//! What every page needs besides its own data, taken from the request.

use std::{convert::Infallible, sync::Arc};

use app::pages::Frame;
use axum::{
    extract::{FromRequestParts, Request},
    http::{Extensions, HeaderMap, Method, Uri, request::Parts},
};
use domain::{Language, Theme, Viewer};

use crate::{cookies, identity::Identity, middleware::headers::Nonce, state::AppState};

/// What pages say in their frame: for whom, in which colours, where.
#[derive(Clone, Debug)]
pub struct PageContext {
    app: AppState,
    viewer: Viewer,
    theme: Theme,
    language: Option<Language>,
    path: String,
    nonce: String,
}

impl PageContext {
    /// Of a request on its way in.
    pub fn of(app: &AppState, request: &Request) -> Self {
        Self::gather(app, request.method(), request.uri(), request.headers(), request.extensions())
    }

    fn gather(app: &AppState, method: &Method, uri: &Uri, headers: &HeaderMap, extensions: &Extensions) -> Self {
        // The header's forms return to this path by GET, so that of a POST is of no use to them.
        let path = if *method == Method::GET { uri.path_and_query().map_or("/", |path| path.as_str()) } else { "/" };
        Self {
            app: app.clone(),
            viewer: extensions.get::<Arc<Identity>>().map_or(Viewer::Visitor, |identity| identity.viewer()),
            theme: cookies::theme(headers),
            language: cookies::language(headers),
            path: crate::paths::own(path, "/"),
            nonce: extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default(),
        }
    }

    /// The language chosen last, if any.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// The frame of this page.
    pub fn frame(&self) -> Frame {
        self.frame_at(self.path.clone())
    }

    /// The frame of a page that answers a form but lives at another path.
    pub fn frame_at(&self, path: String) -> Frame {
        Frame {
            viewer: self.viewer.clone(),
            theme: self.theme,
            path,
            nonce: self.nonce.clone(),
            assets: self.app.site().assets().clone(),
            language: self.language.unwrap_or(Language::Python),
            content_problems: self.app.content_problems(),
        }
    }
}

impl FromRequestParts<AppState> for PageContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        Ok(Self::gather(app, &parts.method, &parts.uri, &parts.headers, &parts.extensions))
    }
}
