//! What a test does with the learner's code.

use std::collections::BTreeMap;

use domain::{
    Action, Capture, CaptureSource, Condition, ExerciseKind, GENERATOR_TAG, Generator, Language, RequestBody,
    ServiceRequest, SourceFile, Step,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};
use toml::{Table, Value};

use super::expect::{self, ExpectEntry, Of};
use crate::{
    error::Problems,
    load::values,
    text::{Passage, Spanned},
};

/// One step: exactly one of `call`, `run`, `request`, `restart`, `script` and `query`.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StepEntry {
    /// A function in `snake_case`.
    pub(super) call: Option<Spanned<String>>,
    /// Its arguments.
    #[schemars(with = "Option<Vec<Json>>")]
    pub(super) args: Option<Vec<Spanned<Value>>>,
    /// The call prepares; its computing does not count where growth is measured.
    #[serde(default)]
    pub(super) unmeasured: bool,
    /// The file is run as a program.
    pub(super) run: Option<RunEntry>,
    /// The service is asked.
    pub(super) request: Option<Spanned<RequestEntry>>,
    /// The service starts again.
    #[serde(default)]
    pub(super) restart: bool,
    /// The learner's script is executed, where something is expected of it before other steps follow.
    #[serde(default)]
    pub(super) script: bool,
    /// A statement is executed.
    pub(super) query: Option<String>,
    /// How often.
    pub(super) repeat: Option<u32>,
    /// What must come of it.
    pub(super) expect: Option<Spanned<ExpectEntry>>,
    /// What later steps take from it: `{ id = "$.id", place = "header:Location", sid = "cookie:session" }`.
    #[serde(default)]
    pub(super) capture: BTreeMap<String, Spanned<String>>,
}

/// `run = { args = ["--top", "3"], stdin = "…", files = { "access.log" = "…" } }`
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RunEntry {
    #[serde(default)]
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
}

/// `request = { method = "POST", path = "/charges", headers = { … }, json = { … }, as = "ada" }`
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestEntry {
    method: Option<String>,
    path: String,
    #[serde(default)]
    #[schemars(with = "Map<String, Json>")]
    headers: Table,
    #[schemars(with = "Option<Json>")]
    json: Option<Value>,
    #[schemars(with = "Option<Map<String, Json>>")]
    form: Option<Table>,
    body: Option<String>,
    r#as: Option<String>,
}

/// The learner's script, of which nothing is expected.
pub(super) fn script() -> Step {
    Step { action: Action::Script, repeat: 1, expect: Vec::new(), capture: Vec::new() }
}

/// What a test of a kind looks like, for somebody who wrote another.
pub(super) fn form(kind: ExerciseKind) -> &'static str {
    match kind {
        ExerciseKind::Function => "a test has either `call` and `expect` (and `args`), or a list `step` of such",
        ExerciseKind::Performance => {
            "a test has either `call` (and `args`, `expect`), or a list `step` of such, and may have `grow`"
        }
        ExerciseKind::Program => "a test has either `run` and `expect`, or a list `step` of such",
        ExerciseKind::Http => {
            "a test has either `request` and `expect`, or a list `step` of such and of `restart = true`"
        }
        ExerciseKind::Sql => {
            "a test has either `expect`, of the learner's own last result, or a list `step` of `query` and `expect`, \
             which come after the learner's script"
        }
        ExerciseKind::Security => {
            "a test has either a `call`, `run` or `request` with `expect`, or a list `step` of such"
        }
        ExerciseKind::Tests => "a test has `against`: `right`, or the name of a bug",
        ExerciseKind::Quiz => "a quiz has questions.toml",
        ExerciseKind::Project => "the tests of a project are those of its stages",
    }
}

/// Reads the steps of a test in one language.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) passage: Passage<'a>,
    pub(super) language: Language,
    pub(super) kind: ExerciseKind,
    /// Whether arguments may be made for a size, and calls need not be expected to give anything.
    pub(super) grows: bool,
    /// Whether the test has no other step, which could expect something in the place of this one.
    pub(super) is_only: bool,
}

impl Reader<'_> {
    pub(super) fn step(&self, entry: &StepEntry, line: usize, problems: &mut Problems) -> Step {
        let Some(action) = self.action(entry, line, problems) else {
            // Reported; what was expected of it cannot be told right from wrong.
            return Step { action: Action::Restart, repeat: 1, expect: Vec::new(), capture: Vec::new() };
        };
        let of = match &action {
            Action::Call { .. } => Of::Call,
            Action::Run { .. } => Of::Run,
            Action::Request(_) => Of::Request,
            Action::Restart => Of::Restart,
            Action::Script | Action::Query(_) | Action::Suite { .. } | Action::Check { .. } => Of::Statement,
        };
        let conditions = self.conditions(entry, of, line, problems);
        let repeat = entry.repeat.unwrap_or(1);
        if !(1..=1_000).contains(&repeat) {
            problems.at(self.passage.file, line, "`repeat` is from 1 to 1000");
        }
        let mut capture = Vec::new();
        for (name, from) in &entry.capture {
            match source(from.get_ref()) {
                Some(CaptureSource::Header(_) | CaptureSource::Cookie(_)) if of != Of::Request => {
                    let message = "only the answer to a `request` has headers and cookies";
                    problems.at(self.passage.file, self.passage.line_of(from), message);
                }
                Some(from) => capture.push(Capture { name: name.clone(), from }),
                None => {
                    let message = "what is captured is `$` with keys and indices, as in `$.items[0].id`, or `header:Name`, or \
                                   `cookie:name`";
                    problems.at(self.passage.file, self.passage.line_of(from), message);
                }
            }
        }
        Step { action, repeat, expect: conditions, capture }
    }

    fn conditions(&self, entry: &StepEntry, of: Of, line: usize, problems: &mut Problems) -> Vec<Condition> {
        let Some(expect) = &entry.expect else {
            if self.is_only && !(of == Of::Call && self.grows) {
                problems.at(self.passage.file, line, form(self.kind));
            }
            return Vec::new();
        };
        expect::conditions(expect.get_ref(), of, self.language).unwrap_or_else(|message| {
            problems.at(self.passage.file, self.passage.line_of(expect), message);
            Vec::new()
        })
    }

    /// What the step does; nothing where it does not fit its kind, which is reported.
    fn action(&self, entry: &StepEntry, line: usize, problems: &mut Problems) -> Option<Action> {
        let wrong = |problems: &mut Problems| problems.at(self.passage.file, line, form(self.kind));
        let fits: &[ExerciseKind] = match (&entry.call, &entry.run, &entry.request, entry.restart, &entry.query) {
            (Some(_), None, None, false, None) => {
                &[ExerciseKind::Function, ExerciseKind::Performance, ExerciseKind::Security]
            }
            (None, Some(_), None, false, None) => &[ExerciseKind::Program, ExerciseKind::Security],
            (None, None, Some(_), false, None) => &[ExerciseKind::Http, ExerciseKind::Security],
            (None, None, None, true, None) => &[ExerciseKind::Http, ExerciseKind::Security],
            (None, None, None, false, Some(_)) if entry.script => &[],
            (None, None, None, false, _) => &[ExerciseKind::Sql],
            _ => &[],
        };
        if !fits.contains(&self.kind) {
            wrong(problems);
            return None;
        }
        if entry.call.is_none() && entry.args.is_some() {
            problems.at(
                self.passage.file,
                line,
                "`args` are those of a `call`; a program has `run = { args = [ … ] }`",
            );
        }
        if entry.unmeasured && self.kind != ExerciseKind::Performance {
            problems.at(self.passage.file, line, "`unmeasured` is for exercises of the kind `performance`");
        }
        if let Some(call) = &entry.call {
            let args = entry.args.as_deref().unwrap_or_default();
            return Some(self.call(call, args, entry.unmeasured, problems));
        }
        if let Some(run) = &entry.run {
            let file =
                |(name, content): (&String, &String)| SourceFile { name: name.clone(), content: content.clone() };
            if let Some(name) = run.files.keys().find(|name| name.contains('/') || name.is_empty()) {
                problems.at(self.passage.file, line, format!("`{name}` is no file name; files lie beside the program"));
            }
            let files = run.files.iter().map(file).collect();
            return Some(Action::Run { args: run.args.clone(), stdin: run.stdin.clone(), files });
        }
        if let Some(request) = &entry.request {
            return match self.request(request.get_ref()) {
                Ok(request) => Some(Action::Request(request)),
                Err(message) => {
                    problems.at(self.passage.file, self.passage.line_of(request), message);
                    None
                }
            };
        }
        Some(match &entry.query {
            Some(sql) => Action::Query(sql.clone()),
            None if entry.restart => Action::Restart,
            None => Action::Script,
        })
    }

    fn call(
        &self,
        call: &Spanned<String>,
        args: &[Spanned<Value>],
        unmeasured: bool,
        problems: &mut Problems,
    ) -> Action {
        let Self { passage, .. } = *self;
        if !is_snake(call.get_ref()) {
            let message = format!("`{}` is not a function's name in snake_case", call.get_ref());
            problems.at(passage.file, passage.line_of(call), message);
        }
        let mut taken = Vec::new();
        for arg in args {
            match if self.grows { sized(arg.get_ref()) } else { values::tagged(arg.get_ref()) } {
                Ok(value) => taken.push(value),
                Err(message) => problems.at(passage.file, passage.line_of(arg), message),
            }
        }
        Action::Call { function: call.get_ref().clone(), args: taken, unmeasured }
    }

    fn request(&self, entry: &RequestEntry) -> Result<ServiceRequest, String> {
        let method = entry.method.clone().unwrap_or_else(|| "GET".to_owned());
        if method.is_empty() || !method.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(format!("`{method}` is not a method: they are written in capitals"));
        }
        if !entry.path.starts_with(['/', '{']) {
            return Err(format!("`{}` is not a path: it begins with `/`", entry.path));
        }
        let body = match (&entry.json, &entry.form, &entry.body) {
            (None, None, None) => RequestBody::None,
            (Some(json), None, None) => RequestBody::Json(untagged(values::tagged(json)?)),
            (None, Some(form), None) => RequestBody::Form(pairs(form)?),
            (None, None, Some(text)) => RequestBody::Text(text.clone()),
            _ => return Err("a request has at most one of `json`, `form` and `body`".to_owned()),
        };
        let client = entry.r#as.clone().unwrap_or_default();
        Ok(ServiceRequest { client, method, path: entry.path.clone(), headers: pairs(&entry.headers)?, body })
    }
}

/// A body as it is sent: `$object` protects an object from being read as a tag; nothing else of the kind can be sent.
fn untagged(json: Json) -> Json {
    match json {
        Json::Object(mut entries) if entries.len() == 1 && entries.contains_key("$object") => {
            entries.remove("$object").map_or(Json::Null, untagged)
        }
        Json::Object(entries) => Json::Object(entries.into_iter().map(|(key, value)| (key, untagged(value))).collect()),
        Json::Array(items) => Json::Array(items.into_iter().map(untagged).collect()),
        other => other,
    }
}

fn pairs(table: &Table) -> Result<Vec<(String, String)>, String> {
    let mut pairs = Vec::new();
    for (name, value) in table {
        match value {
            Value::String(text) => pairs.push((name.clone(), text.clone())),
            Value::Integer(number) => pairs.push((name.clone(), number.to_string())),
            Value::Array(several) => {
                for value in several {
                    let text = value.as_str().ok_or_else(|| format!("`{name}` holds texts"))?;
                    pairs.push((name.clone(), text.to_owned()));
                }
            }
            _ => return Err(format!("`{name}` is a text, or a list of texts where it comes several times")),
        }
    }
    Ok(pairs)
}

/// A value in which parts may be made for a size.
fn sized(value: &Value) -> Result<Json, String> {
    match value {
        Value::Table(table) if table.len() == 1 && table.contains_key(GENERATOR_TAG) => {
            let json = json!(table[GENERATOR_TAG]);
            match serde_json::from_value::<Generator>(json.clone()) {
                Ok(_) => Ok(json!({ GENERATOR_TAG: json })),
                Err(error) => Err(format!("`{GENERATOR_TAG}`: {error}")),
            }
        }
        Value::Table(table) if !table.keys().any(|key| key.starts_with('$')) => {
            let entries = table.iter().map(|(key, value)| Ok((key.clone(), sized(value)?)));
            entries.collect::<Result<Map<_, _>, String>>().map(Json::Object)
        }
        Value::Array(items) => items.iter().map(sized).collect::<Result<Vec<_>, _>>().map(Json::Array),
        other => values::tagged(other),
    }
}

fn source(text: &str) -> Option<CaptureSource> {
    if let Some(name) = text.strip_prefix("header:") {
        return Some(CaptureSource::Header(name.trim().to_ascii_lowercase()));
    }
    if let Some(name) = text.strip_prefix("cookie:") {
        return Some(CaptureSource::Cookie(name.trim().to_owned()));
    }
    let path = text.strip_prefix('$')?.replace('[', ".").replace(']', "");
    if path.is_empty() {
        return Some(CaptureSource::Path(Vec::new()));
    }
    let keys: Vec<String> = path.strip_prefix('.')?.split('.').map(str::to_owned).collect();
    keys.iter().all(|key| !key.is_empty()).then_some(CaptureSource::Path(keys))
}

fn is_snake(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capture_names_a_place_a_header_or_a_cookie() {
        let path = |keys: &[&str]| Some(CaptureSource::Path(keys.iter().map(|key| (*key).to_owned()).collect()));
        assert_eq!(source("$.items[0].id"), path(&["items", "0", "id"]));
        assert_eq!(source("$"), path(&[]));
        assert_eq!(source("header:Location"), Some(CaptureSource::Header("location".to_owned())));
        assert_eq!(source("cookie:sid"), Some(CaptureSource::Cookie("sid".to_owned())));
        assert_eq!((source("id"), source("$..id"), source("$id")), (None, None, None));
    }
}
