//! SQL as the judge looks at it: its plans, and what a script leaves behind that was refused in its midst.

use domain::{
    Action, Aspect, Assessment, Condition, Expectation, Language, Limits, Report, SourceFile, Step, Suite, TestCase,
    Verdict,
};
use serde_json::json;

use super::{sandbox, with_stack};

fn step(action: Action, aspect: Aspect, expectation: Expectation) -> Step {
    Step { action, repeat: 1, expect: vec![Condition { aspect, expectation }], capture: Vec::new() }
}

fn script() -> Step {
    Step { action: Action::Script, repeat: 1, expect: Vec::new(), capture: Vec::new() }
}

fn judge(script: &str, steps: Vec<Step>) -> Report {
    let test = TestCase { id: "a".into(), name: "a".into(), say: "A.".into(), steps, ..TestCase::default() };
    let assessment = Assessment {
        language: Language::Sql,
        libraries: Vec::new(),
        suite: Suite { tests: vec![test], ..Suite::default() },
        limits: Limits::default(),
        points: 1,
    };
    let files = [SourceFile { name: Language::Sql.main_file().into(), content: script.into() }];
    with_stack(|| sandbox().judge(&assessment, &files))
}

#[test]
fn a_full_scan_is_seen_under_any_name() {
    const TABLES: &str = "
        CREATE TABLE agents (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE tickets (id INTEGER PRIMARY KEY, agent INTEGER, opened TEXT);
        CREATE INDEX tickets_by_agent ON tickets (agent);
        CREATE VIEW busy AS SELECT * FROM tickets AS x WHERE x.opened > '2026';";
    let scans = |query: &str| {
        let no_scan = Expectation::NoFullScan(vec!["Tickets".into()]);
        let report = judge(TABLES, vec![script(), step(Action::Query(query.into()), Aspect::Plan, no_scan)]);
        match report.verdict {
            Verdict::Passed => false,
            Verdict::WrongAnswer => true,
            _ => panic!("{query}: {report:?}"),
        }
    };
    for query in [
        "SELECT * FROM tickets",
        "SELECT * FROM tickets AS t WHERE t.opened > '2026'",
        "SELECT * FROM tickets agents WHERE opened > '2026'",
        "SELECT a.name FROM agents a JOIN tickets t ON t.agent + 0 = a.id",
        "SELECT count(*) FROM tickets t",
        "SELECT agent FROM tickets t ORDER BY agent",
        "SELECT * FROM busy",
        "SELECT * FROM agents WHERE id IN (SELECT agent FROM tickets t WHERE +t.id > 5)",
        "SELECT * FROM tickets t ORDER BY id DESC",
    ] {
        assert!(scans(query), "{query}");
    }
    for query in [
        "SELECT * FROM agents AS tickets",
        "SELECT * FROM tickets AS t WHERE t.agent = 7",
        "SELECT * FROM tickets t WHERE t.id < 5",
        "SELECT * FROM tickets t WHERE t.id > 5 AND t.id <= 9 ORDER BY id DESC",
        "SELECT a.name FROM agents a CROSS JOIN tickets t ON t.agent = a.id",
        "SELECT max(agent) FROM tickets t",
        "SELECT * FROM agents WHERE EXISTS (SELECT 1 FROM tickets t WHERE t.agent = agents.id AND t.opened > '2026')",
    ] {
        assert!(!scans(query), "{query}");
    }
}

#[test]
fn a_test_goes_on_after_a_script_that_was_refused() {
    let script = "
        CREATE TABLE accounts (name TEXT PRIMARY KEY, cents INTEGER CHECK (cents >= 0));
        INSERT INTO accounts VALUES ('ada', 100), ('bo', 0);
        BEGIN;
        UPDATE accounts SET cents = cents + 500 WHERE name = 'bo';
        UPDATE accounts SET cents = cents - 500 WHERE name = 'ada';
        COMMIT;";
    let query = |sql: &str, rows| step(Action::Query(sql.into()), Aspect::Rows, Expectation::Json(rows));
    let refused = step(Action::Script, Aspect::Value, Expectation::Raises("CHECK".into()));
    let cents = "SELECT cents FROM accounts ORDER BY name";
    let rollback =
        Step { action: Action::Query("ROLLBACK".into()), repeat: 1, expect: Vec::new(), capture: Vec::new() };
    // The first statement holds until the transaction, which the script left open, is taken back.
    let steps = vec![refused, query(cents, json!([[100], [500]])), rollback, query(cents, json!([[100], [0]]))];
    let report = judge(script, steps);
    assert_eq!(report.verdict, Verdict::Passed, "{report:?}");
}
