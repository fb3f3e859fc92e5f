//! One line of the table.

use axum::{
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    middleware::from_fn_with_state,
    routing::{MethodFilter, MethodRouter, get, on},
};

use crate::{
    middleware::{Entrance, enter, enter_openly},
    state::AppState,
};

/// Who may call a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; no session is looked at.
    Open,
    /// Everybody; what is shown may depend on who asks.
    Public,
    /// Everybody; a visitor becomes a guest when something is saved.
    LearnerCreated,
    /// Who runs this installation. To everybody else it is not there.
    Administrator,
    /// Whoever owns what the path names. To everybody else it is not there.
    Owner,
}

/// What a route does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Changes nothing, so other sites may link to it.
    Reads,
    /// Changes something or spends computing; other sites may not.
    Changes,
}

/// How much a route reads of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// A few fields.
    Form,
    /// Ten files of 64 KiB. A form writes a byte as up to three, JSON a control character as six; code is neither
    /// all umlauts nor all control characters.
    Code,
}

impl Body {
    /// In bytes.
    pub const fn limit(self) -> usize {
        match self {
            Self::None => 0,
            Self::Form => 16 * 1024,
            Self::Code => 2 * 1024 * 1024,
        }
    }
}

/// A route: what it is called by, who may call it, what it does.
pub struct RouteSpec {
    /// The method.
    pub method: Method,
    /// The path, in axum's notation.
    pub path: &'static str,
    /// Who may call it.
    pub access: Access,
    /// What it does.
    pub kind: Kind,
    /// How much it reads.
    pub body: Body,
    handler: MethodRouter<AppState>,
}

impl RouteSpec {
    /// A page or data to read. axum answers HEAD with it too.
    pub(super) fn get<H: Handler<T, AppState>, T: 'static>(path: &'static str, access: Access, handler: H) -> Self {
        Self { method: Method::GET, path, access, kind: Kind::Reads, body: Body::None, handler: get(handler) }
    }

    /// Something new.
    pub(super) fn post<H: Handler<T, AppState>, T: 'static>(
        path: &'static str,
        access: Access,
        body: Body,
        handler: H,
    ) -> Self {
        let handler = on(MethodFilter::POST, handler);
        Self { method: Method::POST, path, access, kind: Kind::Changes, body, handler }
    }

    /// Something replaced.
    pub(super) fn put<H: Handler<T, AppState>, T: 'static>(
        path: &'static str,
        access: Access,
        body: Body,
        handler: H,
    ) -> Self {
        let handler = on(MethodFilter::PUT, handler);
        Self { method: Method::PUT, path, access, kind: Kind::Changes, body, handler }
    }

    /// The handler with what its line says around it.
    pub(super) fn into_method_router(self, app: &AppState) -> MethodRouter<AppState> {
        let handler = self.handler.route_layer(DefaultBodyLimit::max(self.body.limit()));
        if self.access == Access::Open {
            return handler.route_layer(from_fn_with_state(self.path, enter_openly));
        }
        let entrance = Entrance { pattern: self.path, access: self.access };
        handler.route_layer(from_fn_with_state((app.clone(), entrance), enter))
    }
}
