//! Hosts that are described, not there.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{CannedResponse, LoggedRequest, Network, NetworkLog, VirtualHost};

use super::Reply;
use crate::{HttpRequest, HttpResponse};

/// The most requests that a log keeps.
const MOST_LOGGED: usize = 200;
/// The most bytes of a body that a log keeps.
const MOST_LOGGED_BYTES: usize = 64 * 1024;

/// A [`Network`] in use, with a log of the requests. All clones are the same network.
#[derive(Clone, Debug)]
pub struct VirtualNetwork(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    network: Network,
    log: NetworkLog,
    /// How many requests each response's method and path have had.
    given: HashMap<(String, String, String), usize>,
}

impl VirtualNetwork {
    /// These hosts, which nobody has asked yet.
    pub fn new(network: Network) -> Self {
        Self(Arc::new(Mutex::new(State { network, log: NetworkLog::default(), given: HashMap::new() })))
    }

    /// The requests made so far.
    pub fn log(&self) -> NetworkLog {
        self.lock().log.clone()
    }

    /// Sends a request.
    pub(super) fn request(&self, url: &str, request: &HttpRequest) -> Reply {
        match Address::read(url) {
            Ok(address) => self.lock().request(&address, request),
            Err(reason) => Reply::Refused(reason),
        }
    }

    /// Looks a name up.
    pub(super) fn resolve(&self, name: &str) -> Reply {
        let name = name.to_ascii_lowercase();
        let state = self.lock();
        // A name is one host's whatever the port.
        let found =
            state.network.hosts.iter().find(|(host, _)| *host == &name || host.split(':').next() == Some(&name));
        match found {
            Some((_, host)) if !host.addresses.is_empty() => Reply::Addresses(host.addresses.clone()),
            Some(_) if is_address(&name) => Reply::Addresses(vec![name]),
            // Of the range that documents are written with (RFC 5737).
            Some(_) => Reply::Addresses(vec!["203.0.113.1".to_owned()]),
            None if is_address(&name) => Reply::Addresses(vec![name]),
            None => Reply::Refused(format!("there is no host `{name}`")),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn request(&mut self, address: &Address, request: &HttpRequest) -> Reply {
        let found = self.find(&address.host).map(|(name, host)| {
            let fits: Vec<_> =
                host.responses.iter().filter(|response| fits(response, request, &address.path)).collect();
            let key = (name.to_owned(), request.method.clone(), address.path.clone());
            let nth = self.given.get(&key).copied().unwrap_or_default();
            let response = fits.get(nth).or(fits.last()).copied();
            (key, response.map_or_else(not_found, given))
        });
        let status = found.as_ref().map(|(_, (response, _))| response.status);
        self.record(address, request, status);
        match found {
            Some((key, (response, after_ms))) => {
                *self.given.entry(key).or_default() += 1;
                Reply::Response { response, after_ms }
            }
            None => Reply::Refused(format!("there is no host `{}`", address.host)),
        }
    }

    /// A host by its name, or by one of its addresses.
    fn find(&self, host: &str) -> Option<(&str, &VirtualHost)> {
        let hosts = &self.network.hosts;
        let named = hosts.iter().find(|(name, _)| name.eq_ignore_ascii_case(host));
        let (asked, port) = split_port(host);
        let at = |(name, known): &(&String, &VirtualHost)| {
            split_port(name).1 == port && known.addresses.iter().any(|address| address == asked)
        };
        named.or_else(|| hosts.iter().find(at)).map(|(name, host)| (name.as_str(), host))
    }

    fn record(&mut self, address: &Address, request: &HttpRequest, status: Option<u16>) {
        if self.log.requests.len() >= MOST_LOGGED {
            self.log.left_out = self.log.left_out.saturating_add(1);
            return;
        }
        let kept = &request.body[..request.body.len().min(MOST_LOGGED_BYTES)];
        self.log.requests.push(LoggedRequest {
            method: request.method.clone(),
            host: address.host.clone(),
            path: address.path.clone(),
            headers: request.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect(),
            body: String::from_utf8_lossy(kept).into_owned(),
            status,
        });
    }
}

fn fits(response: &CannedResponse, request: &HttpRequest, path: &str) -> bool {
    let asked = if response.path.contains('?') { path } else { path.split('?').next().unwrap_or_default() };
    response.method.eq_ignore_ascii_case(&request.method) && response.path == asked
}

fn given(canned: &CannedResponse) -> (HttpResponse, u32) {
    let headers = canned.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect();
    (HttpResponse { status: canned.status, headers, body: canned.body.clone().into_bytes() }, canned.delay_ms)
}

fn not_found() -> (HttpResponse, u32) {
    (HttpResponse { status: 404, headers: Vec::new(), body: Vec::new() }, 0)
}

fn is_address(host: &str) -> bool {
    host.parse::<std::net::IpAddr>().is_ok()
}

/// Host and port; an IPv6 address keeps its brackets.
fn split_port(host: &str) -> (&str, &str) {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port),
        _ => (host, ""),
    }
}

/// Where a request goes.
#[derive(Debug, PartialEq, Eq)]
struct Address {
    /// In lower case, with the port where it is not the scheme's own.
    host: String,
    /// Path and query.
    path: String,
}

impl Address {
    /// Reads an absolute address as a client would: what stands before an `@` is no host.
    fn read(url: &str) -> Result<Self, String> {
        let (scheme, rest) = url.split_once("://").ok_or_else(|| "the address has no scheme".to_owned())?;
        let usual_port = match scheme.to_ascii_lowercase().as_str() {
            "http" => "80",
            "https" => "443",
            other => return Err(format!("nothing here is reached by `{other}:`")),
        };
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let host = authority.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        let (name, port) = split_port(&host);
        if name.is_empty() {
            return Err("the address names no host".to_owned());
        }
        let host = if port.is_empty() || port == usual_port { name.to_owned() } else { host };
        let slash = if path.starts_with('/') { "" } else { "/" };
        Ok(Self { host, path: format!("{slash}{path}") })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn network() -> VirtualNetwork {
        let hosts = json!({
            "api.example.com": { "responses": [
                { "path": "/users", "body": "[]", "headers": { "Content-Type": "application/json" } },
                { "path": "/users?page=2", "body": "two" },
                { "method": "POST", "path": "/users", "status": 503, "delay_ms": 40 },
                { "method": "POST", "path": "/users", "status": 201 },
            ]},
            "internal.example:8080": { "addresses": ["10.0.0.7"], "responses": [{ "path": "/", "body": "secret" }] },
            "[::1]": { "responses": [{ "path": "/", "body": "loopback" }] },
        });
        VirtualNetwork::new(serde_json::from_value(hosts).unwrap())
    }

    fn request(method: &str) -> HttpRequest {
        HttpRequest {
            method: method.into(),
            path: String::new(),
            headers: vec![("X-A".into(), "b".into())],
            body: b"\xffx".to_vec(),
        }
    }

    /// Status, body and delay.
    fn ask(network: &VirtualNetwork, method: &str, url: &str) -> (u16, String, u32) {
        match network.request(url, &request(method)) {
            Reply::Response { response, after_ms } => {
                (response.status, String::from_utf8(response.body).unwrap(), after_ms)
            }
            other => panic!("{url}: {other:?}"),
        }
    }

    #[test]
    fn a_request_gets_what_was_prepared_for_it() {
        let network = network();
        assert_eq!(ask(&network, "GET", "https://api.example.com/users"), (200, "[]".into(), 0));
        assert_eq!(ask(&network, "GET", "https://API.example.com:443/users?page=3#x"), (200, "[]".into(), 0));
        assert_eq!(ask(&network, "DELETE", "http://api.example.com/users"), (404, String::new(), 0));
        assert_eq!(ask(&network, "GET", "http://user:pass@internal.example:8080"), (200, "secret".into(), 0));
        assert_eq!(ask(&network, "GET", "http://10.0.0.7:8080/"), (200, "secret".into(), 0));
        assert_eq!(ask(&network, "GET", "http://[::1]/"), (200, "loopback".into(), 0));
    }

    #[test]
    fn several_answers_to_one_request_come_in_order() {
        let network = network();
        let url = "http://api.example.com/users";
        let statuses: Vec<_> =
            (0..3).map(|_| ask(&network, "POST", url)).map(|(status, _, delay)| (status, delay)).collect();
        assert_eq!(statuses, [(503, 40), (201, 0), (201, 0)]);
        assert_eq!(ask(&network, "GET", "http://api.example.com/users?page=2").1, "[]");
        assert_eq!(ask(&network, "GET", "http://api.example.com/users?page=2").1, "two");
    }

    #[test]
    fn what_is_not_described_is_not_there() {
        let network = network();
        for url in [
            "http://internal.example/",
            "http://10.0.0.7/",
            "http://api.example.com@evil.example/",
            "ftp://api.example.com/",
            "//api.example.com/",
            "http:///",
            "x",
        ] {
            assert!(matches!(network.request(url, &request("GET")), Reply::Refused(_)), "{url}");
        }
    }

    #[test]
    fn names_have_addresses() {
        let network = network();
        assert_eq!(network.resolve("internal.example"), Reply::Addresses(vec!["10.0.0.7".into()]));
        assert_eq!(network.resolve("API.example.com"), Reply::Addresses(vec!["203.0.113.1".into()]));
        assert_eq!(network.resolve("127.0.0.1"), Reply::Addresses(vec!["127.0.0.1".into()]));
        assert!(matches!(network.resolve("nowhere.example"), Reply::Refused(_)));
    }

    #[test]
    fn the_log_says_what_arrived_and_does_not_grow_for_ever() {
        let network = network();
        ask(&network, "GET", "https://api.example.com/users?page=2");
        network.request("http://evil.example:81/steal?a=b", &request("PUT"));
        let log = network.log();
        assert_eq!((log.requests.len(), log.left_out), (2, 0));
        let LoggedRequest { method, host, path, headers, body, status } = &log.requests[1];
        assert_eq!((method.as_str(), host.as_str(), path.as_str()), ("PUT", "evil.example:81", "/steal?a=b"));
        assert_eq!((headers, body.as_str(), *status), (&vec![("x-a".to_owned(), "b".to_owned())], "\u{fffd}x", None));
        for _ in 0..MOST_LOGGED {
            ask(&network, "GET", "https://api.example.com/users");
        }
        let log = network.log();
        assert_eq!((log.requests.len(), log.left_out), (MOST_LOGGED, 2));
    }
}
