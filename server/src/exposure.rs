//! Where the server can be reached from, and what follows for its cookies.
//!
//! A session cookie on plain http can be read by anybody on the way. So there are two ways to run: behind https, with
//! `--public-url https://…`, or on this machine alone. Anything else is refused before the port is opened.

use std::{fmt, net::SocketAddr, str::FromStr};

use axum::http::Uri;

/// The address people type, without a path: `https://learn.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    https: bool,
    authority: String,
}

/// Why a text is no [`PublicUrl`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadUrl {
    /// Neither http nor https, or no host.
    #[error("write the address people type, such as https://learn.example.org")]
    NotAnAddress,
    /// It has a path, a query or a user.
    #[error("write the address without a path: Backroad is served from the root of its host")]
    MoreThanAnAddress,
}

impl FromStr for PublicUrl {
    type Err = BadUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let uri: Uri = text.parse().map_err(|_| BadUrl::NotAnAddress)?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(BadUrl::NotAnAddress),
        };
        let authority = uri.authority().ok_or(BadUrl::NotAnAddress)?.as_str().to_lowercase();
        if uri.path() != "/" || uri.query().is_some() || authority.contains('@') {
            return Err(BadUrl::MoreThanAnAddress);
        }
        Ok(Self { https, authority })
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.https { "https" } else { "http" }, self.authority)
    }
}

/// How the server is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// By https, through whatever ends TLS in front of us.
    Https(PublicUrl),
    /// By plain http from this machine only.
    Loopback,
}

/// This combination of `--addr` and `--public-url` would send cookies in the clear.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{addr} can be reached from other machines, and without https everybody on the way could read session cookies.\n\
     Put a proxy with TLS in front and pass its address with --public-url https://…, or listen on 127.0.0.1"
)]
pub struct InTheClear {
    addr: SocketAddr,
}

impl Exposure {
    /// Decides by the address bound and the address people type.
    ///
    /// # Errors
    /// Where neither https nor the loopback device protects the cookie.
    pub fn new(addr: SocketAddr, public_url: Option<PublicUrl>) -> Result<Self, InTheClear> {
        match public_url {
            Some(url) if url.https => Ok(Self::Https(url)),
            Some(url) if addr.ip().is_loopback() && is_loopback(&url.authority) => Ok(Self::Loopback),
            None if addr.ip().is_loopback() => Ok(Self::Loopback),
            _ => Err(InTheClear { addr }),
        }
    }

    /// Whether browsers reach us by https only.
    pub fn is_https(&self) -> bool {
        matches!(self, Self::Https(_))
    }

    /// The session cookie's name. Browsers take a `__Host-` cookie only if it is `Secure`, for this very host, and for
    /// every path, so no neighbouring host can plant one.
    pub fn session_cookie(&self) -> &'static str {
        if self.is_https() { "__Host-backroad" } else { "backroad" }
    }

    /// The `Origin` that our own pages send, where the operator told us.
    pub fn origin(&self) -> Option<String> {
        match self {
            Self::Https(url) => Some(url.to_string()),
            Self::Loopback => None,
        }
    }
}

fn is_loopback(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    host == "localhost"
        || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exposure(addr: &str, public_url: Option<&str>) -> Option<Exposure> {
        Exposure::new(addr.parse().unwrap(), public_url.map(|url| url.parse().unwrap())).ok()
    }

    #[test]
    fn https_makes_a_host_cookie() {
        let https = exposure("0.0.0.0:3000", Some("https://learn.example.org")).unwrap();
        assert_eq!(https.session_cookie(), "__Host-backroad");
        assert_eq!(https.origin().as_deref(), Some("https://learn.example.org"));
        assert!(exposure("127.0.0.1:3000", Some("https://learn.example.org")).unwrap().is_https());
    }

    #[test]
    fn this_machine_alone_may_go_without() {
        for url in [None, Some("http://localhost:3000"), Some("http://127.0.0.1:3000/"), Some("http://[::1]:3000")] {
            assert_eq!(exposure("127.0.0.1:3000", url), Some(Exposure::Loopback), "{url:?}");
        }
        assert_eq!(exposure("[::1]:3000", None), Some(Exposure::Loopback));
    }

    #[test]
    fn cookies_in_the_clear_are_refused() {
        assert_eq!(exposure("0.0.0.0:3000", None), None);
        assert_eq!(exposure("192.168.1.7:3000", Some("http://localhost:3000")), None);
        assert_eq!(exposure("127.0.0.1:3000", Some("http://learn.example.org")), None);
        assert_eq!(exposure("[::]:3000", None), None);
    }

    #[test]
    fn a_public_url_is_an_address_alone() {
        for bad in
            ["learn.example.org", "ftp://example.org", "https://", "https://example.org/backroad", "https://a@b.org"]
        {
            assert!(bad.parse::<PublicUrl>().is_err(), "{bad}");
        }
    }
}
