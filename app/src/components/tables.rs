//! The tables of a database as a drawing: what they hold, and which refer to which.

use super::Html;

/// A table of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableView {
    /// Its name.
    pub name: String,
    /// In order.
    pub columns: Vec<ColumnView>,
}

/// A column of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// Whether it is the key, or a part of it.
    pub is_key: bool,
    /// Whether it may hold nothing.
    pub is_optional: bool,
    /// The table that it refers to.
    pub refers_to: Option<String>,
}

const WIDTH: u32 = 208;
const ROW: u32 = 22;
const HEAD: u32 = 32;
const GAP: u32 = 44;
const APART: u32 = 20;
const MARGIN: u32 = 4;

/// Draws them: what is referred to stands to the left of what refers to it. For those who do not see it, the same is said in
/// words.
#[must_use]
pub fn tables_drawing(tables: &[TableView]) -> String {
    let place = |name: &str| tables.iter().position(|table| table.name.eq_ignore_ascii_case(name));
    let referred: Vec<Vec<usize>> = tables
        .iter()
        .enumerate()
        .map(|(own, table)| {
            let names = table.columns.iter().filter_map(|column| column.refers_to.as_deref());
            names.filter_map(place).filter(|&other| other != own).collect()
        })
        .collect();
    // As many rounds as there are tables are enough where nothing goes round in circles, and end it where something does.
    let mut depth = vec![0_u32; tables.len()];
    for _ in 0..tables.len().min(3) {
        for (own, others) in referred.iter().enumerate() {
            depth[own] = others.iter().map(|&other| (depth[other] + 1).min(2)).max().unwrap_or(0).max(depth[own]);
        }
    }
    let height = |table: &TableView| HEAD + ROW * u32::try_from(table.columns.len()).unwrap_or(0) + 6;
    let mut below = [MARGIN; 3];
    let spots: Vec<(u32, u32)> = tables
        .iter()
        .zip(&depth)
        .map(|(table, &depth)| {
            let y = &mut below[depth as usize];
            let spot = (MARGIN + depth * (WIDTH + GAP), *y);
            *y += height(table) + APART;
            spot
        })
        .collect();
    let width = (depth.iter().copied().max().unwrap_or(0) + 1) * (WIDTH + GAP) - GAP + 2 * MARGIN;
    let tall = below.into_iter().max().unwrap_or(0).saturating_sub(APART) + MARGIN;

    let mut html = Html::default();
    html.raw(r#"<svg class="tables-drawing" role="img" viewBox="0 0 "#).number(width).raw(" ").number(tall);
    html.raw(r#"" width=""#).number(width).raw(r#"" height=""#).number(tall).raw(r#"" aria-label=""#);
    html.text(&in_words(tables)).raw(r#"">"#);
    for (own, table) in tables.iter().enumerate() {
        for (row, column) in (0_u32..).zip(&table.columns) {
            let Some(other) = column.refers_to.as_deref().and_then(place).filter(|&other| other != own) else {
                continue;
            };
            let (x1, y1) = (spots[own].0, spots[own].1 + HEAD + ROW * row + ROW / 2);
            let same_side = depth[own] == depth[other];
            let x2 = if same_side { spots[other].0 } else { spots[other].0 + WIDTH };
            let y2 = spots[other].1 + HEAD / 2;
            let (bend1, bend2) =
                (x1.saturating_sub(GAP / 2), if same_side { x2.saturating_sub(GAP / 2) } else { x2 + GAP / 2 });
            html.raw(r#"<path class="tables-way" d="M"#).number(x1).raw(" ").number(y1).raw("C").number(bend1).raw(" ");
            html.number(y1)
                .raw(" ")
                .number(bend2)
                .raw(" ")
                .number(y2)
                .raw(" ")
                .number(x2)
                .raw(" ")
                .number(y2)
                .raw(r#""/>"#);
        }
    }
    for (table, &(x, y)) in tables.iter().zip(&spots) {
        html.raw(r#"<g transform="translate("#)
            .number(x)
            .raw(" ")
            .number(y)
            .raw(r#")"><rect class="tables-plate" rx="8" width=""#);
        html.number(WIDTH)
            .raw(r#"" height=""#)
            .number(height(table))
            .raw(r#""/><text class="tables-name" x="10" y="21">"#);
        html.text(&table.name).raw("</text>");
        for (row, column) in (0_u32..).zip(&table.columns) {
            let line = HEAD + ROW * row + 15;
            let class = if column.is_key {
                r#"<text class="tables-column is-key" x="10" y=""#
            } else {
                r#"<text class="tables-column" x="10" y=""#
            };
            html.raw(class).number(line).raw(r#"">"#).text(&column.name).raw("</text>");
            html.raw(r#"<text class="tables-kind" text-anchor="end" x=""#)
                .number(WIDTH - 10)
                .raw(r#"" y=""#)
                .number(line);
            html.raw(r#"">"#)
                .text(&column.kind.to_lowercase())
                .raw(if column.is_optional { "?" } else { "" })
                .raw("</text>");
        }
        html.raw("</g>");
    }
    html.raw("</svg>");
    html.raw(r#"<p class="tables-note"><strong>Bold</strong>: the key. <code>?</code>: may be NULL.</p>"#);
    html.finish()
}

fn in_words(tables: &[TableView]) -> String {
    let column = |column: &ColumnView| {
        let mut words = column.name.clone();
        if column.is_key {
            words += " (key)";
        }
        if let Some(other) = &column.refers_to {
            words += &format!(" (refers to {other})");
        }
        words
    };
    let table = |table: &TableView| {
        format!("{} with {}", table.name, table.columns.iter().map(column).collect::<Vec<_>>().join(", "))
    };
    format!("Tables: {}", tables.iter().map(table).collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, refers_to: Option<&str>) -> ColumnView {
        ColumnView {
            name: name.into(),
            kind: "INTEGER".into(),
            is_key: name == "id",
            is_optional: false,
            refers_to: refers_to.map(str::to_owned),
        }
    }

    #[test]
    fn a_reference_is_drawn_and_said() {
        let loans =
            TableView { name: "loans".into(), columns: vec![column("id", None), column("book_id", Some("books"))] };
        let books =
            TableView { name: "books".into(), columns: vec![column("id", None), column("next", Some("books"))] };
        let drawn = tables_drawing(&[loans, books]);
        assert!(drawn.contains("loans with id (key), book_id (refers to books)"), "{drawn}");
        // That of a table to itself is said and not drawn.
        assert_eq!(drawn.matches("tables-way").count(), 1, "{drawn}");
    }

    #[test]
    fn tables_that_refer_to_each_other_are_drawn_as_well() {
        let table = |name: &str, other: &str| TableView { name: name.into(), columns: vec![column("x", Some(other))] };
        let drawn = tables_drawing(&[table("<a>", "b"), table("b", "<a>")]);
        assert_eq!(drawn.matches("tables-way").count(), 2, "{drawn}");
        assert!(!drawn.contains("<a>"), "{drawn}");
    }
}
