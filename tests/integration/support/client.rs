//! A browser as far as the server can tell: it keeps cookies and says where requests come from.

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use serde::{Serialize, de::DeserializeOwned};
use tower::ServiceExt;

use super::PASSWORD;

/// A browser.
pub struct Client {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    address: IpAddr,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub request: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Client {
    pub fn new(router: Router) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let address = IpAddr::from((0x0a00_0000 + NEXT.fetch_add(1, Ordering::Relaxed)).to_be_bytes());
        Self { router, cookies: Mutex::default(), address }
    }

    /// A program on the server's own machine.
    pub fn local(router: Router) -> Self {
        Self { router, cookies: Mutex::default(), address: IpAddr::from([127, 0, 0, 1]) }
    }

    /// The same browser's address for another browser: two people behind one router.
    pub fn neighbour(&self) -> Self {
        Self { router: self.router.clone(), cookies: Mutex::default(), address: self.address }
    }

    /// Another window that holds a copy of the cookies as they are now.
    pub fn copy(&self) -> Self {
        Self { router: self.router.clone(), cookies: Mutex::new(self.cookies()), address: self.address }
    }

    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.lock().unwrap().clone()
    }

    /// The session cookie's value.
    pub fn session(&self) -> Option<String> {
        self.cookies().into_iter().find(|(name, _)| name.ends_with("backroad")).map(|(_, value)| value)
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    /// A page, as a person asks for it.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(
            self.request(Method::GET, path).header(header::ACCEPT, "text/html,*/*;q=0.8").body(Body::empty()).unwrap(),
        )
        .await
    }

    /// Data, as a script asks for it.
    pub async fn get_json(&self, path: &str) -> Answer {
        self.send(
            self.request(Method::GET, path).header(header::ACCEPT, "application/json").body(Body::empty()).unwrap(),
        )
        .await
    }

    /// A form without a script.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_bytes(path, "application/x-www-form-urlencoded", encode(fields).into_bytes()).await
    }

    /// Any body.
    pub async fn post_bytes(&self, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let request = self
            .request(Method::POST, path)
            .header(header::ACCEPT, "text/html,*/*;q=0.8")
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn post_json(&self, path: &str, value: &impl Serialize) -> Answer {
        self.json(Method::POST, path, value).await
    }

    pub async fn put_json(&self, path: &str, value: &impl Serialize) -> Answer {
        self.json(Method::PUT, path, value).await
    }

    async fn json(&self, method: Method, path: &str, value: &impl Serialize) -> Answer {
        let request = self
            .request(method, path)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(serde_json::to_vec(value).unwrap())).unwrap()).await
    }

    pub async fn register(&self, email: &str) -> Answer {
        self.post_form("/register", &[("name", "Ada"), ("email", email), ("password", PASSWORD), ("next", "/road")])
            .await
    }

    pub async fn log_in(&self, email: &str, password: &str) -> Answer {
        self.post_form("/login", &[("email", email), ("password", password), ("next", "/road")]).await
    }

    /// A request with this browser's cookies, to be completed.
    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> = self.cookies().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:3000");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        request
    }

    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        let name = format!("{} {}", request.method(), request.uri());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if value.is_empty() {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { request: name, status: parts.status, headers: parts.headers, body }
    }
}

fn encode(fields: &[(&str, &str)]) -> String {
    let one = |text: &str| -> String {
        text.bytes()
            .map(
                |byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") },
            )
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", one(name), one(value))).collect::<Vec<_>>().join("&")
}

impl Answer {
    /// The status must be this.
    #[track_caller]
    pub fn status(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.request, self.text());
        self
    }

    /// The body must hold this.
    #[track_caller]
    pub fn contains(self, text: &str) -> Self {
        assert!(self.text().contains(text), "{}: no `{text}` in {}", self.request, self.text());
        self
    }

    /// The body must not hold this.
    #[track_caller]
    pub fn lacks(self, text: &str) -> Self {
        assert!(!self.text().contains(text), "{}: `{text}` in {}", self.request, self.text());
        self
    }

    /// It must lead there.
    #[track_caller]
    pub fn leads_to(self, path: &str) -> Self {
        assert_eq!(self.status.as_u16(), 303, "{}: {}", self.request, self.text());
        assert_eq!(self.header("location"), path, "{}", self.request);
        self
    }

    /// A header's text; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Every cookie that is set, as sent.
    pub fn set_cookies(&self) -> Vec<&str> {
        self.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap()).collect()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.request, self.text()))
    }
}
