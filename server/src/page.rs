//! What every page needs besides its own data, taken from the request.

use std::{convert::Infallible, sync::Arc};

use app::pages::Frame;
use axum::{
    extract::{FromRequestParts, Request},
    http::{Extensions, Method, request::Parts},
};
use domain::{Language, Theme, Viewer};

use crate::{cookies, extract::wants_json, identity::Identity, middleware::headers::Nonce, state::AppState};

/// What a request says of how its answer is to look. Read once on its way in, since more than one asks for it.
#[derive(Debug, Default)]
struct Manner {
    json: bool,
    theme: Theme,
    language: Option<Language>,
    path: Arc<str>,
    nonce: Arc<str>,
}

/// What pages say in their frame: for whom, in which colours, where.
#[derive(Clone, Debug)]
pub struct PageContext {
    app: AppState,
    viewer: Viewer,
    manner: Arc<Manner>,
}

impl PageContext {
    /// Reads what it can of a request before anybody knows who asks, and keeps it with the request.
    pub fn begin(app: &AppState, nonce: &Nonce, request: &mut Request) -> Self {
        // The header's forms return to this path by GET, so that of a POST is of no use to them.
        let path = match request.method() {
            &Method::GET => request.uri().path_and_query().map_or("/", |path| path.as_str()),
            _ => "/",
        };
        let headers = request.headers();
        let manner = Arc::new(Manner {
            json: wants_json(headers),
            theme: cookies::theme(headers),
            language: cookies::language(headers),
            path: crate::paths::own_or(path, "/").into(),
            nonce: Arc::clone(&nonce.0),
        });
        request.extensions_mut().insert(Arc::clone(&manner));
        Self { app: app.clone(), viewer: Viewer::Visitor, manner }
    }

    /// Of a request that came through [`PageContext::begin`], with the viewer that is known by now.
    pub fn of(app: &AppState, extensions: &Extensions) -> Self {
        Self {
            app: app.clone(),
            viewer: extensions.get::<Arc<Identity>>().map_or(Viewer::Visitor, |identity| identity.viewer()),
            manner: extensions.get().cloned().unwrap_or_default(),
        }
    }

    /// Whether the client reads JSON rather than pages.
    pub fn wants_json(&self) -> bool {
        self.manner.json
    }

    /// The language chosen last, if any.
    pub fn language(&self) -> Option<Language> {
        self.manner.language
    }

    /// The frame of this page.
    pub fn frame(&self) -> Frame {
        self.frame_at(Arc::clone(&self.manner.path))
    }

    /// The frame of a page that answers a form but lives at another path.
    pub fn frame_at(&self, path: impl Into<Arc<str>>) -> Frame {
        Frame {
            viewer: self.viewer.clone(),
            theme: self.manner.theme,
            path: path.into(),
            nonce: Arc::clone(&self.manner.nonce),
            assets: Arc::clone(self.app.site().assets()),
            language: self.manner.language.unwrap_or(Language::Python),
            content_problems: self.app.content_problems(),
        }
    }
}

impl FromRequestParts<AppState> for PageContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Infallible> {
        Ok(Self::of(app, &parts.extensions))
    }
}
