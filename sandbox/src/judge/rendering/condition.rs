//! What was expected beside what came, part by part, so that one can be laid beside the other.

use domain::{Aspect, Condition, Expectation, Language};
use serde_json::Value as Json;

use super::{json, literal, of_value, table, value, words};
use crate::{TestedCase, TestedStatus, judge::outcome::Outcome};

/// What a step was to come to. Of conditions that hold, an exit code says nothing; which one does not hold is `unmet`.
pub(crate) fn expected(language: Language, conditions: &[Condition], unmet: Option<usize>) -> String {
    let shown = conditions.iter().enumerate().filter(|(index, condition)| {
        condition.aspect != Aspect::ExitCode || unmet == Some(*index) || conditions.len() == 1
    });
    join(shown.map(|(_, condition)| part(language, conditions, condition)).collect())
}

fn part(language: Language, conditions: &[Condition], condition: &Condition) -> String {
    let Condition { aspect, expectation } = condition;
    let plain = |text: &str| format!("\"{text}\"");
    let plainly = || words(language, expectation, &|json| raw(json), &plain);
    match aspect {
        Aspect::Value => of_value(language, expectation),
        Aspect::Status => format!("status {}", plainly()),
        Aspect::Header(name) => format!("{name}: {}", plainly()),
        Aspect::Body => words(language, expectation, &json::text, &plain),
        Aspect::ExitCode => format!("exit code {}", plainly()),
        Aspect::File(name) => format!("{name}:\n{}", plainly()),
        Aspect::Text | Aspect::Stdout | Aspect::Plan | Aspect::Tests => plainly(),
        Aspect::Requests => format!("requests to other hosts: {}", plainly()),
        Aspect::Stderr => format!("standard error:\n{}", plainly()),
        Aspect::Columns => match expectation {
            // They head the rows, where those are shown.
            Expectation::Json(Json::Array(_)) if has_rows(conditions) => String::new(),
            _ => format!("columns: {}", plainly()),
        },
        Aspect::Changes => format!("rows changed: {}", plainly()),
        Aspect::Rows => match expectation {
            Expectation::Json(Json::Array(rows)) => table::text(&columns(conditions), &as_rows(rows)),
            Expectation::Unordered(rows) => {
                format!("{}\n(in any order)", table::text(&columns(conditions), &as_rows(rows)))
            }
            _ => words(language, expectation, &json::text, &plain),
        },
    }
}

/// What came, in the parts that the conditions look at.
pub(crate) fn actual(
    language: Language,
    outcome: &Outcome,
    conditions: &[Condition],
    unmet: Option<usize>,
) -> Option<String> {
    let looks_at = |wanted: fn(&Aspect) -> bool| conditions.iter().any(|condition| wanted(&condition.aspect));
    Some(match outcome {
        Outcome::Returned(returned) => value(language, returned),
        Outcome::Raised { .. } | Outcome::Restarted | Outcome::Checked(None) => return None,
        Outcome::Checked(Some(message)) => literal::shown(message),
        Outcome::Asked(lines) if lines.is_empty() => "requests to other hosts: none".to_owned(),
        Outcome::Asked(lines) => format!("requests to other hosts:\n{}", literal::shown(&lines.join("\n"))),
        Outcome::Tested(cases) => {
            let line = |case: &TestedCase| match case.status {
                TestedStatus::Pass => format!("passed   {}", case.name),
                TestedStatus::Skip => format!("skipped  {}", case.name),
                TestedStatus::Fail => format!("FAILED   {}\n{}", case.name, case.trace.trim_end()),
                TestedStatus::Error => format!("ERROR    {}\n{}", case.name, case.trace.trim_end()),
            };
            literal::shown(&cases.iter().map(line).collect::<Vec<_>>().join("\n"))
        }
        Outcome::Responded(response) => {
            let mut parts = vec![format!("status {}", response.status)];
            for condition in conditions {
                if let Aspect::Header(name) = &condition.aspect {
                    parts.push(match outcome.aspect(&condition.aspect) {
                        Some(found) => format!("{name}: {}", text_of(&found)),
                        None => format!("{name}: nothing"),
                    });
                }
            }
            let is_status = unmet.and_then(|index| conditions.get(index)).is_some_and(|c| c.aspect == Aspect::Status);
            // What a service says with an unexpected status is most often why.
            if looks_at(|aspect| matches!(aspect, Aspect::Body | Aspect::Text)) || is_status {
                parts.push(if response.body.is_empty() {
                    "(empty body)".to_owned()
                } else {
                    json::body(&response.body)
                });
            }
            join(parts)
        }
        Outcome::Ran(ran) => {
            let mut parts = Vec::new();
            for (index, condition) in conditions.iter().enumerate() {
                match &condition.aspect {
                    Aspect::Stdout => parts.push(literal::shown(&ran.stdout)),
                    Aspect::Stderr => parts.push(format!("standard error:\n{}", literal::shown(&ran.stderr))),
                    Aspect::ExitCode if unmet == Some(index) || conditions.len() == 1 => {
                        parts.push(format!("exit code {}", ran.exit_code));
                        if !ran.stderr.is_empty() {
                            parts.push(literal::shown(&ran.stderr));
                        }
                    }
                    Aspect::File(name) => parts.push(match ran.files.get(name) {
                        Some(bytes) => format!("{name}:\n{}", literal::shown(&String::from_utf8_lossy(bytes))),
                        None => format!("{name}:\nnothing"),
                    }),
                    _ => {}
                }
            }
            join(parts)
        }
        Outcome::Gave { result, plan } => {
            let mut parts = Vec::new();
            if looks_at(|aspect| matches!(aspect, Aspect::Rows | Aspect::Columns)) {
                parts.push(table::text(&result.columns, &result.rows));
            }
            if looks_at(|aspect| *aspect == Aspect::Changes) {
                parts.push(format!("rows changed: {}", result.changes));
            }
            if looks_at(|aspect| *aspect == Aspect::Plan) {
                parts.push(plan.lines.join("\n"));
            }
            join(parts)
        }
    })
}

fn has_rows(conditions: &[Condition]) -> bool {
    conditions.iter().any(|condition| {
        condition.aspect == Aspect::Rows
            && matches!(condition.expectation, Expectation::Json(_) | Expectation::Unordered(_))
    })
}

/// The names that the rows must have, where they are given.
fn columns(conditions: &[Condition]) -> Vec<String> {
    let names = conditions.iter().find_map(|condition| match (&condition.aspect, &condition.expectation) {
        (Aspect::Columns, Expectation::Json(Json::Array(names))) => Some(names),
        _ => None,
    });
    names.into_iter().flatten().map(raw).collect()
}

fn as_rows(rows: &[Json]) -> Vec<Vec<Json>> {
    rows.iter().map(|row| row.as_array().cloned().unwrap_or_else(|| vec![row.clone()])).collect()
}

/// Text without quotes, all else as JSON.
fn raw(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        other => json::text(other),
    }
}

fn text_of(found: &crate::values::Value) -> String {
    match found {
        crate::values::Value::Text(text) => literal::shown(text),
        other => format!("{other:?}"),
    }
}

fn join(parts: Vec<String>) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}
