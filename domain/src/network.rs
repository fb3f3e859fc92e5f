//! The hosts that a learner's code reaches while it is tested: data, in place of a network.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Every host there is, by its name, with the port where it is not the usual one: `api.example.com`, `10.0.0.7:8080`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Network {
    /// The hosts.
    pub hosts: BTreeMap<String, VirtualHost>,
}

/// One host.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VirtualHost {
    /// What its name resolves to, and where it can be reached as well.
    #[serde(default)]
    pub addresses: Vec<String>,
    /// What it answers. Of several that fit a request, the first request gets the first, the next the second, and so on;
    /// the last is given again. Where none fits, the answer is 404.
    #[serde(default)]
    pub responses: Vec<CannedResponse>,
}

/// An answer that is ready before anybody asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CannedResponse {
    /// The method it is for.
    #[serde(default = "get")]
    pub method: String,
    /// The path it is for. One without a query fits every query.
    pub path: String,
    /// The status code.
    #[serde(default = "ok")]
    pub status: u16,
    /// Names and values.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body.
    #[serde(default)]
    pub body: String,
    /// How long the answer is on its way, by the virtual clock.
    #[serde(default)]
    pub delay_ms: u32,
}

fn get() -> String {
    "GET".to_owned()
}

fn ok() -> u16 {
    200
}

/// Which requests were made over a [`Network`], in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkLog {
    /// The first of them, as many as are kept.
    pub requests: Vec<LoggedRequest>,
    /// How many more there were.
    pub left_out: u32,
}

/// One request as it arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedRequest {
    /// The method.
    pub method: String,
    /// The host, with the port where it is not the usual one.
    pub host: String,
    /// Path and query.
    pub path: String,
    /// Names in lower case, and values, in order.
    pub headers: Vec<(String, String)>,
    /// The body as text; what is no UTF-8 is replaced.
    pub body: String,
    /// The status of the answer; `None` where there is no such host.
    pub status: Option<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_need_not_be_said() -> Result<(), serde_json::Error> {
        let said = r#"{"api.example.com": {"responses": [{"path": "/"}]}}"#;
        let network: Network = serde_json::from_str(said)?;
        let response = &network.hosts["api.example.com"].responses[0];
        assert_eq!((response.method.as_str(), response.status, response.delay_ms), ("GET", 200, 0));
        assert_eq!((response.headers.len(), response.body.as_str()), (0, ""));
        Ok(())
    }

    #[test]
    fn a_slip_of_the_author_is_refused() {
        for said in [r#"{"a": {"answers": []}}"#, r#"{"a": {"responses": [{"path": "/", "code": 200}]}}"#] {
            assert!(serde_json::from_str::<Network>(said).is_err(), "{said}");
        }
    }
}
