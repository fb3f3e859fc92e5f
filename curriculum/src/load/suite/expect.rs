//! What must come of a step.

use domain::{Aspect, Condition, Expectation, Language};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};
use toml::{Table, Value};

use crate::load::values;

/// `expect = { … }`. Which fields fit depends on what the step does.
#[derive(Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExpectEntry {
    // Of a value: what a call returns, or the body of an answer.
    /// Exactly this value.
    #[schemars(with = "Option<Json>")]
    json: Option<Value>,
    /// At least what is named.
    #[schemars(with = "Option<Json>")]
    json_like: Option<Value>,
    /// Numbers, nearly.
    approx: Option<ApproxEntry>,
    /// A list in any order.
    #[schemars(with = "Option<Vec<Json>>")]
    unordered: Option<Vec<Value>>,
    /// Of a string, list or object.
    length: Option<usize>,
    /// Keys of an object.
    has: Option<Vec<String>>,
    /// Keys that an object has not.
    has_not: Option<Vec<String>>,
    /// A regular expression.
    matches: Option<String>,
    /// Parts of a text.
    contains: Option<Vec<String>>,
    /// What is no part of a text.
    lacks: Option<Vec<String>>,
    /// Part of `<type>: <message>` of an exception: one text for all languages, or a table with one for each.
    #[schemars(with = "Option<Json>")]
    raises: Option<Value>,

    // Of an answer.
    status: Option<i64>,
    /// A text each, or a table with one of `matches`, `contains`, `lacks`, `absent = true`.
    #[schemars(with = "Option<Map<String, Json>>")]
    headers: Option<Table>,
    /// The whole body as text.
    body: Option<String>,

    // Of any step: the requests that the code has made to other hosts of the test's `network`.
    /// Parts of lines such as `GET api.example.com/rates`.
    asks: Option<Vec<String>>,
    /// What stands in none of these lines.
    asks_not: Option<Vec<String>>,

    // Of a program.
    #[schemars(with = "Option<Json>")]
    stdout: Option<Value>,
    #[schemars(with = "Option<Json>")]
    stderr: Option<Value>,
    exit_code: Option<i64>,
    /// What it left in its data folder.
    #[schemars(with = "Option<Map<String, Json>>")]
    files: Option<Table>,

    // Of a statement.
    #[schemars(with = "Option<Vec<Json>>")]
    rows: Option<Vec<Value>>,
    /// Whether the order of the rows matters.
    #[serde(default)]
    ordered: bool,
    /// The rows are those of this query.
    same_as: Option<String>,
    columns: Option<Vec<String>>,
    changes: Option<i64>,
    /// Part of what the database says when it refuses.
    refused: Option<String>,
    uses_index: Option<String>,
    /// `true` for all tables, or a list of them.
    #[schemars(with = "Option<Json>")]
    no_full_scan: Option<Value>,
}

/// `approx = { value = 1.5, tolerance = 0.01 }`
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ApproxEntry {
    /// A number, or lists and objects of numbers.
    #[schemars(with = "Json")]
    value: Value,
    /// The largest absolute difference.
    tolerance: f64,
}

/// What a step does, as far as it decides what can be expected of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Call,
    Run,
    Request,
    Restart,
    Statement,
}

/// How learners' own tests must end.
pub(super) fn of_tests(right: bool) -> Condition {
    let expectation = if right { Expectation::AllPass } else { Expectation::SomeFail };
    Condition { aspect: Aspect::Tests, expectation }
}

/// The conditions that an entry names.
pub(super) fn conditions(entry: &ExpectEntry, of: Of, language: Language) -> Result<Vec<Condition>, String> {
    if let Some(stranger) = stranger(entry, of) {
        return Err(format!("`{stranger}` does not fit what this step does"));
    }
    let found = match of {
        Of::Call => {
            let mut found = of_value(entry)?;
            found.extend(entry.raises.as_ref().map(|value| raises(value, language)).transpose()?);
            let about_others = entry.asks.is_some() || entry.asks_not.is_some();
            match found.len() {
                0 if about_others => Vec::new(),
                1 => found.into_iter().map(Condition::of_value).collect(),
                _ => {
                    return Err(
                        "`expect` has exactly one of json, json_like, approx, unordered, length, has, has_not, \
                                matches, contains, lacks, raises"
                            .to_owned(),
                    );
                }
            }
        }
        Of::Request => of_answer(entry)?,
        Of::Run => of_program(entry)?,
        Of::Statement => of_statement(entry)?,
        Of::Restart => Vec::new(),
    };
    let mut found = found;
    let mut about_requests = |expectation| found.push(Condition { aspect: Aspect::Requests, expectation });
    if let Some(parts) = &entry.asks {
        about_requests(Expectation::Contains(named("asks", parts)?));
    }
    if let Some(parts) = &entry.asks_not {
        about_requests(Expectation::Lacks(named("asks_not", parts)?));
    }
    if found.is_empty() && of != Of::Restart {
        return Err("`expect` expects nothing".to_owned());
    }
    Ok(found)
}

/// A field that is there and says nothing of such a step.
fn stranger(entry: &ExpectEntry, of: Of) -> Option<&'static str> {
    let value = [Of::Call, Of::Request].as_slice();
    let fields: [(&str, bool, &[Of]); 25] = [
        ("json", entry.json.is_some(), value),
        ("json_like", entry.json_like.is_some(), value),
        ("approx", entry.approx.is_some(), value),
        ("unordered", entry.unordered.is_some(), value),
        ("length", entry.length.is_some(), value),
        ("has", entry.has.is_some(), value),
        ("has_not", entry.has_not.is_some(), value),
        ("matches", entry.matches.is_some(), value),
        ("contains", entry.contains.is_some(), value),
        ("lacks", entry.lacks.is_some(), value),
        ("raises", entry.raises.is_some(), &[Of::Call]),
        ("status", entry.status.is_some(), &[Of::Request]),
        ("headers", entry.headers.is_some(), &[Of::Request]),
        ("body", entry.body.is_some(), &[Of::Request]),
        ("stdout", entry.stdout.is_some(), &[Of::Run]),
        ("stderr", entry.stderr.is_some(), &[Of::Run]),
        ("exit_code", entry.exit_code.is_some(), &[Of::Run]),
        ("files", entry.files.is_some(), &[Of::Run]),
        ("rows", entry.rows.is_some(), &[Of::Statement]),
        ("same_as", entry.same_as.is_some(), &[Of::Statement]),
        ("columns", entry.columns.is_some(), &[Of::Statement]),
        ("changes", entry.changes.is_some(), &[Of::Statement]),
        ("refused", entry.refused.is_some(), &[Of::Statement]),
        ("uses_index", entry.uses_index.is_some(), &[Of::Statement]),
        ("no_full_scan", entry.no_full_scan.is_some(), &[Of::Statement]),
    ];
    fields.into_iter().find(|(_, is_there, fits)| *is_there && !fits.contains(&of)).map(|(name, ..)| name)
}

/// What is said of a value itself.
fn of_value(entry: &ExpectEntry) -> Result<Vec<Expectation>, String> {
    let mut found = Vec::new();
    if let Some(value) = &entry.json {
        found.push(Expectation::Json(values::tagged(value)?));
    }
    if let Some(value) = &entry.json_like {
        found.push(Expectation::JsonLike(values::tagged(value)?));
    }
    if let Some(approx) = &entry.approx {
        let value = values::tagged(&approx.value)?;
        if !is_numbers(&value) {
            return Err("`approx` compares numbers, or lists and objects of numbers".to_owned());
        }
        if !(approx.tolerance.is_finite() && approx.tolerance > 0.0) {
            return Err("`tolerance` is a number above 0".to_owned());
        }
        found.push(Expectation::Approx { value, tolerance: approx.tolerance });
    }
    if let Some(items) = &entry.unordered {
        found.push(Expectation::Unordered(items.iter().map(values::tagged).collect::<Result<_, _>>()?));
    }
    found.extend(entry.length.map(Expectation::Length));
    if let Some(keys) = &entry.has {
        found.push(Expectation::Has(named("has", keys)?));
    }
    if let Some(keys) = &entry.has_not {
        found.push(Expectation::HasNot(named("has_not", keys)?));
    }
    found.extend(of_text(entry.matches.as_ref(), entry.contains.as_ref(), entry.lacks.as_ref())?);
    Ok(found)
}

fn of_text(
    matches: Option<&String>,
    contains: Option<&Vec<String>>,
    lacks: Option<&Vec<String>>,
) -> Result<Vec<Expectation>, String> {
    let mut found = Vec::new();
    if let Some(pattern) = matches {
        if let Err(error) = regex::Regex::new(pattern) {
            return Err(format!("`matches` is not a regular expression: {}", last_line(&error.to_string())));
        }
        found.push(Expectation::Matches(pattern.clone()));
    }
    if let Some(texts) = contains {
        found.push(Expectation::Contains(named("contains", texts)?));
    }
    if let Some(texts) = lacks {
        found.push(Expectation::Lacks(named("lacks", texts)?));
    }
    Ok(found)
}

fn of_answer(entry: &ExpectEntry) -> Result<Vec<Condition>, String> {
    let mut found = Vec::new();
    if let Some(status) = entry.status {
        if !(100..=599).contains(&status) {
            return Err(format!("{status} is no status code"));
        }
        found.push(Condition { aspect: Aspect::Status, expectation: Expectation::Json(json!(status)) });
    }
    for (name, value) in entry.headers.iter().flatten() {
        let aspect = Aspect::Header(name.to_ascii_lowercase());
        for expectation in text_matchers(name, value, |text| Expectation::Json(json!(text)))? {
            found.push(Condition { aspect: aspect.clone(), expectation });
        }
    }
    if let Some(text) = &entry.body {
        found.push(Condition { aspect: Aspect::Text, expectation: Expectation::Prints(text.clone()) });
    }
    for expectation in of_value(entry)? {
        let is_text = matches!(expectation, Expectation::Matches(_) | Expectation::Contains(_) | Expectation::Lacks(_));
        found.push(Condition { aspect: if is_text { Aspect::Text } else { Aspect::Body }, expectation });
    }
    Ok(found)
}

fn of_program(entry: &ExpectEntry) -> Result<Vec<Condition>, String> {
    // How it ended comes last: what it printed says more.
    let mut found = Vec::new();
    let streams = [("stdout", &entry.stdout, Aspect::Stdout), ("stderr", &entry.stderr, Aspect::Stderr)];
    for (name, value, aspect) in streams {
        let Some(value) = value else { continue };
        for expectation in text_matchers(name, value, Expectation::Prints)? {
            found.push(Condition { aspect: aspect.clone(), expectation });
        }
    }
    for (name, value) in entry.files.iter().flatten() {
        for expectation in text_matchers(name, value, Expectation::Prints)? {
            found.push(Condition { aspect: Aspect::File(name.clone()), expectation });
        }
    }
    let code = entry.exit_code.unwrap_or(0);
    found.push(Condition { aspect: Aspect::ExitCode, expectation: Expectation::Json(json!(code)) });
    Ok(found)
}

fn of_statement(entry: &ExpectEntry) -> Result<Vec<Condition>, String> {
    let mut found = Vec::new();
    let mut add = |aspect: Aspect, expectation: Expectation| found.push(Condition { aspect, expectation });
    if let Some(names) = &entry.columns {
        add(Aspect::Columns, Expectation::Json(json!(names)));
    }
    match (&entry.rows, &entry.same_as) {
        (Some(_), Some(_)) => return Err("`rows` and `same_as` both say what the rows are".to_owned()),
        (Some(rows), None) => {
            let rows: Vec<Json> = rows.iter().map(values::tagged).collect::<Result<_, _>>()?;
            if rows.iter().any(|row| !row.is_array()) {
                return Err("each of `rows` is a list of values".to_owned());
            }
            let rows = if entry.ordered { Expectation::Json(Json::Array(rows)) } else { Expectation::Unordered(rows) };
            add(Aspect::Rows, rows);
        }
        (None, Some(sql)) => add(Aspect::Rows, Expectation::SameRows { sql: sql.clone(), ordered: entry.ordered }),
        (None, None) if entry.ordered => return Err("`ordered` is about `rows` or `same_as`".to_owned()),
        (None, None) => {}
    }
    if let Some(changes) = entry.changes {
        add(Aspect::Changes, Expectation::Json(json!(changes)));
    }
    if let Some(text) = &entry.refused {
        add(Aspect::Value, Expectation::Raises(text.clone()));
    }
    if let Some(index) = &entry.uses_index {
        add(Aspect::Plan, Expectation::UsesIndex(index.clone()));
    }
    match &entry.no_full_scan {
        None => {}
        Some(Value::Boolean(true)) => add(Aspect::Plan, Expectation::NoFullScan(Vec::new())),
        Some(Value::Array(tables)) if !tables.is_empty() => {
            let names: Option<Vec<String>> = tables.iter().map(|table| table.as_str().map(str::to_owned)).collect();
            let names = names.ok_or("`no_full_scan` is true, or a list of tables")?;
            add(Aspect::Plan, Expectation::NoFullScan(names));
        }
        Some(_) => return Err("`no_full_scan` is true, or a list of tables".to_owned()),
    }
    if entry.refused.is_some() && found.len() > 1 {
        return Err("what is refused gives nothing else that could be expected".to_owned());
    }
    Ok(found)
}

/// A text as it must be, or a table of what must hold of it.
fn text_matchers(
    name: &str,
    value: &Value,
    exact: impl FnOnce(String) -> Expectation,
) -> Result<Vec<Expectation>, String> {
    let form = || format!("`{name}` is a text, or a table of matches, contains, lacks, or absent = true");
    match value {
        Value::String(text) => Ok(vec![exact(text.clone())]),
        Value::Table(table) => {
            let mut found = Vec::new();
            for (key, value) in table {
                let texts = || {
                    let texts = value.as_array().ok_or_else(form)?;
                    texts
                        .iter()
                        .map(|text| text.as_str().map(str::to_owned).ok_or_else(form))
                        .collect::<Result<Vec<_>, _>>()
                };
                match key.as_str() {
                    "matches" => {
                        let pattern = value.as_str().ok_or_else(form)?.to_owned();
                        found.extend(of_text(Some(&pattern), None, None)?);
                    }
                    "contains" => found.extend(of_text(None, Some(&texts()?), None)?),
                    "lacks" => found.extend(of_text(None, None, Some(&texts()?))?),
                    "absent" if *value == Value::Boolean(true) => found.push(Expectation::Absent),
                    _ => return Err(form()),
                }
            }
            if found.is_empty() { Err(form()) } else { Ok(found) }
        }
        _ => Err(form()),
    }
}

fn named(field: &str, names: &[String]) -> Result<Vec<String>, String> {
    if names.is_empty() || names.iter().any(String::is_empty) {
        return Err(format!("`{field}` names nothing"));
    }
    Ok(names.to_vec())
}

/// What an exception says in one language.
fn raises(value: &Value, language: Language) -> Result<Expectation, String> {
    let form = || "`raises` is a text, or a table with a text for each language".to_owned();
    match value {
        Value::String(text) => Ok(Expectation::Raises(text.clone())),
        Value::Table(texts) => {
            if let Some(unknown) = texts.keys().find_map(|key| key.parse::<Language>().err()) {
                return Err(unknown.to_string());
            }
            match texts.get(language.as_str()) {
                Some(Value::String(text)) => Ok(Expectation::Raises(text.clone())),
                Some(_) => Err(form()),
                None => Err(format!("`raises` says nothing for {language}")),
            }
        }
        _ => Err(form()),
    }
}

/// The regular expression's own words; the lines before them draw an arrow.
fn last_line(error: &str) -> &str {
    error.lines().last().unwrap_or_default().trim_start_matches("error: ")
}

fn is_numbers(value: &Json) -> bool {
    match value {
        Json::Number(_) => true,
        Json::Array(items) => items.iter().all(is_numbers),
        Json::Object(entries) if !entries.keys().any(|key| key.starts_with('$')) => entries.values().all(is_numbers),
        _ => false,
    }
}
