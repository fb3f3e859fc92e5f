//! How SQLite executes a statement, in the words of its `EXPLAIN`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::ResultSet;

/// The query for where each table and index begins, which is how a statement's program names them.
pub(super) const ROOTS: &str = "SELECT rootpage, tbl_name FROM main.sqlite_schema WHERE rootpage > 0";

/// How a statement is executed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The lines of `EXPLAIN QUERY PLAN`, as a learner would see them. They name a table as the statement calls it.
    pub(crate) lines: Vec<String>,
    /// The tables that are read from end to end, by their own names. Reading a whole index instead of its table is a scan
    /// all the same.
    scanned: BTreeSet<String>,
}

impl Plan {
    /// Reads what `EXPLAIN QUERY PLAN`, `EXPLAIN` and [`ROOTS`] gave.
    pub(super) fn read(told: &ResultSet, program: &ResultSet, roots: &ResultSet) -> Self {
        let lines = told.rows.iter().filter_map(|row| row.last()?.as_str());
        let tables: BTreeMap<i64, &str> =
            roots.rows.iter().filter_map(|row| Some((row.first()?.as_i64()?, row.get(1)?.as_str()?))).collect();
        Self { lines: lines.map(str::to_owned).collect(), scanned: scanned(program, &tables) }
    }

    /// Whether a line of the plan uses the index.
    pub(super) fn uses_index(&self, index: &str) -> bool {
        let uses = |line: &String| {
            let mut words = line.split_whitespace();
            words.by_ref().any(|word| word == "INDEX") && words.next() == Some(index)
        };
        self.lines.iter().any(uses)
    }

    /// Whether one of these tables is read from end to end; any where none is named.
    pub(super) fn has_full_scan(&self, tables: &[String]) -> bool {
        if tables.is_empty() {
            return self.lines.iter().any(|line| line.starts_with("SCAN "));
        }
        self.scanned.iter().any(|scanned| tables.iter().any(|table| table.eq_ignore_ascii_case(scanned)))
    }
}

/// One instruction of a statement's program.
#[derive(Clone, Copy, Debug)]
struct Instruction<'a> {
    address: i64,
    name: &'a str,
    p1: i64,
    p2: i64,
    p3: i64,
}

impl<'a> Instruction<'a> {
    fn read(row: &'a Vec<Json>) -> Option<Self> {
        let [address, Json::String(name), p1, p2, p3, ..] = row.as_slice() else { return None };
        Some(Self { address: address.as_i64()?, name, p1: p1.as_i64()?, p2: p2.as_i64()?, p3: p3.as_i64()? })
    }
}

/// The tables that a program reads from end to end: it counts them, or loops over them from the first row on without an
/// end that it leaves the loop for. The parts that are triggers follow the main part, with addresses and cursors of
/// their own.
fn scanned(program: &ResultSet, tables: &BTreeMap<i64, &str>) -> BTreeSet<String> {
    let instructions: Vec<Instruction<'_>> = program.rows.iter().filter_map(Instruction::read).collect();
    let parts = instructions.chunk_by(|_, next| next.address != 0);
    parts.flat_map(|part| scanned_in(part, tables)).map(str::to_owned).collect()
}

fn scanned_in<'a>(part: &[Instruction<'_>], tables: &BTreeMap<i64, &'a str>) -> BTreeSet<&'a str> {
    const MAIN: i64 = 0;
    let with = |names: &'static [&'static str]| part.iter().filter(move |one| names.contains(&one.name));
    let opened = with(&["OpenRead", "OpenWrite", "ReopenIdx"]).filter(|one| one.p3 == MAIN);
    let open: BTreeMap<i64, &str> = opened.filter_map(|one| Some((one.p1, *tables.get(&one.p2)?))).collect();
    let rewound: BTreeSet<i64> = with(&["Rewind", "Last"]).map(|one| one.p1).collect();
    let mut ends: BTreeSet<i64> = with(&["IdxGT", "IdxGE", "IdxLT", "IdxLE"]).map(|one| one.p1).collect();
    let loops: BTreeMap<i64, i64> =
        with(&["Next", "Prev"]).filter(|one| rewound.contains(&one.p1)).map(|one| (one.p1, one.address)).collect();
    for pair in part.windows(2) {
        let [key, test] = pair else { continue };
        let is_test = ["Gt", "Ge", "Lt", "Le"].contains(&test.name) && key.name == "Rowid" && test.p3 == key.p2;
        // A condition that only passes a row over goes on within the loop.
        if is_test && loops.get(&key.p1).is_some_and(|end| test.p2 > *end) {
            ends.insert(key.p1);
        }
        // `min` and `max` by an index leave the loop with its first row.
        if key.name == "Goto" && key.p2 > test.address && loops.get(&test.p1) == Some(&test.address) {
            ends.insert(test.p1);
        }
    }
    let counted = with(&["Count"]).map(|one| one.p1);
    let looped = loops.keys().copied().filter(|cursor| !ends.contains(cursor));
    counted.chain(looped).filter_map(|cursor| open.get(&cursor).copied()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn set(rows: Vec<Json>) -> ResultSet {
        let rows = rows.into_iter().map(|row| row.as_array().cloned().unwrap_or_default()).collect();
        ResultSet { columns: Vec::new(), rows, changes: 0 }
    }

    fn plan(lines: &[&str], program: Vec<Json>) -> Plan {
        let told = lines.iter().map(|line| json!([1, 0, 0, line])).collect();
        let roots = vec![json!([2, "tickets"]), json!([3, "tickets"]), json!([4, "agents"])];
        Plan::read(&set(told), &set(program), &set(roots))
    }

    #[test]
    fn a_plan_is_read_by_its_words() {
        let plan = |lines: &[&str]| plan(lines, Vec::new());
        let by_index = plan(&["SEARCH o USING INDEX orders_at (at>?)", "SCAN items"]);
        assert!(by_index.uses_index("orders_at") && !by_index.uses_index("orders"));
        assert!(plan(&["SCAN t USING COVERING INDEX i"]).uses_index("i"));
        assert!(by_index.has_full_scan(&[]));
        assert!(!plan(&["SEARCH o USING INDEX orders_at (at>?)"]).has_full_scan(&[]));
    }

    #[test]
    fn a_table_is_known_by_its_place_whatever_a_statement_calls_it() {
        // SELECT * FROM tickets AS t JOIN agents AS a ON a.id = t.agent_id
        let joined = plan(
            &["SCAN t", "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)"],
            vec![
                json!([0, "Init", 0, 9, 0, null, 0, null]),
                json!([1, "OpenRead", 0, 2, 0, "3", 0, null]),
                json!([2, "OpenRead", 1, 4, 0, "2", 0, null]),
                json!([3, "Rewind", 0, 8, 0, null, 0, null]),
                json!([4, "SeekRowid", 1, 7, 1, null, 0, null]),
                json!([7, "Next", 0, 4, 0, null, 1, null]),
            ],
        );
        let scans =
            |tables: &[&str]| joined.has_full_scan(&tables.iter().map(|table| (*table).to_owned()).collect::<Vec<_>>());
        assert!(scans(&["Tickets"]) && scans(&["agents", "tickets"]));
        assert!(!scans(&["agents"]) && !scans(&["t"]));
    }

    #[test]
    fn a_first_row_alone_is_no_scan_and_a_count_is_one() {
        let named = ["tickets".to_owned()];
        let opened = json!([1, "OpenRead", 0, 3, 0, "k(2,,)", 0, null]);
        let first = plan(&[], vec![opened.clone(), json!([2, "Last", 0, 5, 0, null, 0, null])]);
        assert!(!first.has_full_scan(&named));
        let counted = plan(&["SCAN t"], vec![opened, json!([2, "Count", 0, 1, 0, null, 0, null])]);
        assert!(counted.has_full_scan(&named));
        // A table of another database, as `temp` is one, may begin at the same page.
        let elsewhere = [json!([1, "OpenRead", 0, 2, 1, "3", 0, null]), json!([2, "Rewind", 0, 5, 0, null, 0, null])];
        let [open, rewind] = elsewhere;
        assert!(
            !plan(&["SCAN x"], vec![open, rewind, json!([3, "Next", 0, 3, 0, null, 1, null])]).has_full_scan(&named)
        );
    }
}
