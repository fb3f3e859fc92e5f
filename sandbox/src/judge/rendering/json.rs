//! JSON as a service sends it.

use serde_json::Value as Json;

use super::layout::cut;

/// What still fits on one line of a report.
const WIDTH: usize = 60;

/// On one line where it fits, indented where it does not.
pub(super) fn text(json: &Json) -> String {
    let line = json.to_string();
    if line.len() <= WIDTH {
        return line;
    }
    cut(serde_json::to_string_pretty(json).unwrap_or(line))
}

/// A body: as JSON where it is JSON.
pub(super) fn body(bytes: &[u8]) -> String {
    match serde_json::from_slice::<Json>(bytes) {
        Ok(json) => text(&json),
        Err(_) => cut(domain::visible_text(&String::from_utf8_lossy(bytes))),
    }
}
