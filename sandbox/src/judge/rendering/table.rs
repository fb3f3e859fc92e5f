//! Rows as a table.

use std::fmt::Write;

use serde_json::Value as Json;

/// The most rows that are shown.
const MOST_ROWS: usize = 50;
/// The widest cell.
const WIDEST: usize = 40;

/// Rows below their columns' names; without names, the rows alone.
pub(super) fn text(columns: &[String], rows: &[Vec<Json>]) -> String {
    let shown: Vec<Vec<String>> = rows.iter().take(MOST_ROWS).map(|row| row.iter().map(cell).collect()).collect();
    let count = shown.iter().map(Vec::len).chain([columns.len()]).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = shown.iter().filter_map(|row| row.get(column)).chain(columns.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    let mut line = |cells: &[String], aligned: &[bool]| {
        let padded: Vec<String> = widths
            .iter()
            .enumerate()
            .map(|(index, &width)| {
                let cell = cells.get(index).map_or("", String::as_str);
                if aligned.get(index) == Some(&true) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            })
            .collect();
        text.push_str(padded.join(" | ").trim_end());
        text.push('\n');
    };
    if !columns.is_empty() {
        line(columns, &[]);
        let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
        line(&rule, &[]);
    }
    for (row, cells) in rows.iter().zip(&shown) {
        let numbers: Vec<bool> = row.iter().map(Json::is_number).collect();
        line(cells, &numbers);
    }
    if rows.len() > MOST_ROWS {
        let _ = writeln!(text, "… and {} rows more", rows.len() - MOST_ROWS);
    }
    if rows.is_empty() {
        text.push_str("(no rows)\n");
    }
    text.trim_end().to_owned()
}

fn cell(value: &Json) -> String {
    let text = match value {
        Json::Null => "NULL".to_owned(),
        Json::String(text) => domain::visible_text(text).replace('\n', "↵"),
        other => other.to_string(),
    };
    if text.chars().count() > WIDEST {
        return text.chars().take(WIDEST - 1).chain(['…']).collect();
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_stand_to_the_right_below_their_names() {
        let rows = vec![vec![json!("Ada"), json!(12)], vec![json!(null), json!(7)]];
        let columns = ["name".to_owned(), "total".to_owned()];
        assert_eq!(text(&columns, &rows), "name | total\n---- | -----\nAda  |    12\nNULL |     7");
        assert_eq!(text(&columns, &[]), "name | total\n---- | -----\n(no rows)");
        let many = vec![vec![json!(1)]; MOST_ROWS + 2];
        assert!(text(&[], &many).ends_with("… and 2 rows more"));
        assert_eq!(text(&[], &[vec![json!("x".repeat(99))]]).chars().count(), WIDEST);
    }
}
