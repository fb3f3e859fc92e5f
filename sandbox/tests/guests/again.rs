//! Tests of one submission share instances, which are put back in between: nobody can tell them from new ones.

use domain::{
    Action, Aspect, Assessment, Condition, Expectation, Language, Limits, Report, RuntimeName, SourceFile, Step, Suite,
    TestCase, Tested, Verdict,
};
use sandbox::{Answer, Guest, Request};
use serde_json::{Value, json};

use crate::{Setting, sandbox, with_stack};

/// All that an earlier test could have left: what the code remembers, files, marks in the interpreter itself; and all that
/// would differ if anything had: addresses, randomness, clocks.
const PYTHON: &str = "
import builtins, os, random, sys, time
print('loading', random.random())
count = 0
kept = [bytearray(100) for _ in range(3_000)]
def f(n):
    global count
    count += n
    marks = [os.path.exists('/data/mark'), hasattr(builtins, 'mark'), sys.getrecursionlimit(), os.listdir('/tmp')]
    open('/data/mark', 'w').write('x')
    open('/tmp/mark', 'a')
    os.open('/code/main.py', os.O_RDONLY)
    builtins.mark = kept
    sys.setrecursionlimit(500)
    time.sleep(1)
    junk = [bytearray(3_000) for _ in range(100)]
    print('called', marks)
    return [count, marks, random.random(), os.urandom(8).hex(), time.time(), time.perf_counter(), id(junk), hash(str(kept[0]))]
";

const JAVASCRIPT: &str = "
import fs from 'node:fs';
console.log('loading', Math.random());
let count = 0;
export function f(n) {
  count += n;
  const marks = [fs.existsSync('/data/mark'), globalThis.mark === undefined, [].mark === undefined];
  fs.writeFileSync('/data/mark', 'x');
  globalThis.mark = new Uint8Array(100_000).fill(1);
  Array.prototype.mark = 1;
  console.log('called', marks);
  return [count, marks, Math.random(), Date.now(), crypto.randomUUID(), Object.keys({ b: 1, a: 2 }).join()];
}
";

const RUBY: &str = "
puts \"loading #{rand}\"
$count = 0
def f(n)
  $count += n
  marks = [File.exist?('/data/mark'), $mark.nil?, ''.respond_to?(:mark)]
  File.write('/data/mark', 'x')
  $mark = 'x' * 100_000
  String.define_method(:mark) { 1 }
  puts \"called #{marks}\"
  [$count, marks, rand, Time.now.to_f, 'text'.hash % 1000, Object.new.object_id]
end
";

const PHP: &str = "<?php
echo 'loading ', mt_rand(), \"\\n\";
$count = 0;
function f($n)
{
    global $count, $mark;
    $count += $n;
    $marks = [file_exists('/data/mark'), $mark === null];
    file_put_contents('/data/mark', 'x');
    $mark = str_repeat('x', 100000);
    echo 'called', json_encode($marks), \"\\n\";
    return [$count, $marks, mt_rand(), microtime(true), spl_object_id(new stdClass()), random_int(1, 1000000)];
}
";

fn code(language: Language) -> Option<String> {
    Some(match language {
        Language::Python => PYTHON.to_owned(),
        Language::Javascript => JAVASCRIPT.to_owned(),
        Language::Typescript => JAVASCRIPT.replace("f(n)", "f(n: number)"),
        Language::Ruby => RUBY.to_owned(),
        Language::Php => PHP.to_owned(),
        Language::Sql => return None,
    })
}

fn test(number: usize, steps: Vec<Step>) -> TestCase {
    TestCase { id: format!("t{number}"), name: format!("test {number}"), steps, ..TestCase::default() }
}

fn assessment(language: Language, tests: Vec<Vec<Step>>) -> Assessment {
    let tests = tests.into_iter().enumerate().map(|(number, steps)| test(number, steps)).collect();
    let suite = Suite { tests, ..Suite::default() };
    Assessment { language, libraries: Vec::new(), suite, limits: Limits::default(), points: 1 }
}

fn judge(assessment: &Assessment, code: &str) -> Report {
    let files = [SourceFile { name: assessment.language.main_file().to_owned(), content: code.to_owned() }];
    let mut report = with_stack(|| sandbox().judge(assessment, &files));
    // The only thing that is never the same.
    report.duration_us = 0;
    for test in &mut report.tests {
        test.duration_us = 0;
    }
    report
}

/// What an instance gives that nobody has used before, and the fuel.
fn fresh(language: Language, code: &str, args: &[Value]) -> (Value, u64) {
    let setting = Setting::new(language, code);
    let outcome = setting.call("f", args);
    match outcome.answer {
        Ok(Answer::Value(value)) => (value, outcome.fuel),
        other => panic!("{language}: {other:?}"),
    }
}

#[test]
fn every_test_begins_as_in_a_new_instance() {
    for language in Language::ALL {
        let Some(code) = code(language) else { continue };
        let plain = code.replace("n: number", "n");
        let run_in = if language == Language::Typescript { Language::Javascript } else { language };
        let (value, fuel) = fresh(run_in, &plain, &[json!(3)]);
        let step = || vec![Step::call("f", vec![json!(3)], Expectation::Json(value.clone()))];
        let report = judge(&assessment(language, (0..12).map(|_| step()).collect()), &code);
        assert_eq!(report.verdict, Verdict::Passed, "{report:#?}");
        // The types taken out leave blanks, which are read as well.
        let first = if run_in == language { fuel } else { report.tests[0].fuel };
        for test in &report.tests {
            assert_eq!((test.fuel, &test.output), (first, &report.tests[0].output), "{language}");
        }
        let printed = report.tests[0].output.as_deref().unwrap_or_default();
        assert!(printed.contains("loading") && printed.contains("called"), "{language}: {printed}");
    }
}

#[test]
fn what_a_test_takes_of_memory_the_next_does_not_have() {
    let code = "
blocks = []
def f(n):
    blocks.append(bytearray(n << 20))
    return [len(blocks), id(blocks[-1]) > 0]
";
    let (value, fuel) = fresh(Language::Python, code, &[json!(40)]);
    let (small, small_fuel) = fresh(Language::Python, code, &[json!(0)]);
    let step = |n: u32| {
        vec![Step::call("f", vec![json!(n)], Expectation::Json(if n == 0 { small.clone() } else { value.clone() }))]
    };
    let report = judge(&assessment(Language::Python, vec![step(40), step(40), step(0), step(40), step(40)]), code);
    assert_eq!(report.verdict, Verdict::Passed, "{report:#?}");
    let used: Vec<u64> = report.tests.iter().map(|test| test.fuel).collect();
    assert_eq!(used, [fuel, fuel, small_fuel, fuel, fuel]);
    // Three of them at once would be more than is allowed.
    assert!(report.memory_bytes < 80 << 20, "{}", report.memory_bytes);
}

#[test]
fn an_instance_that_was_stopped_is_not_used_again() {
    let code = "
import os
def f(how):
    if how == 'exit': os._exit(3)
    if how == 'loop':
        while True: pass
    if how == 'deep': return f(how)
    return how
";
    let (_, fuel) = fresh(Language::Python, code, &[json!("stay")]);
    let step = |how: &str| vec![Step::call("f", vec![json!(how)], Expectation::Json(json!("stay")))];
    let hows = ["stay", "exit", "stay", "deep", "stay", "loop", "stay"];
    let mut assessment = assessment(Language::Python, hows.map(step).into());
    assessment.limits.time_ms = 300;
    let report = judge(&assessment, code);
    for (how, test) in hows.iter().zip(&report.tests) {
        let expected = match *how {
            "stay" => Verdict::Passed,
            "loop" => Verdict::TimeLimit,
            _ => Verdict::RuntimeError,
        };
        assert_eq!(test.verdict, expected, "{how}: {test:?}");
        if *how == "stay" {
            assert_eq!(test.fuel, fuel);
        }
    }
    assert_eq!(report.tests[5].fuel, 300 * 5_000_000);
}

#[test]
fn code_that_does_not_load_is_judged_alike_each_time() {
    let loops = "print('before')\nwhile True: pass\n";
    let mut assessment =
        assessment(Language::Python, vec![vec![Step::call("f", vec![], Expectation::Json(json!(1)))]; 3]);
    assessment.limits.time_ms = 100;
    let report = judge(&assessment, loops);
    assert_eq!((report.verdict, report.fuel), (Verdict::TimeLimit, 100 * 5_000_000));
    assert!(report.message.as_deref().unwrap_or_default().contains("before"), "{report:?}");
    assert_eq!(judge(&assessment, loops), report);
}

fn steps_of_sql() -> Vec<Step> {
    let rows = |sql: &str| Condition {
        aspect: Aspect::Rows,
        expectation: Expectation::SameRows { sql: sql.to_owned(), ordered: true },
    };
    let step = |action, expect| Step { action, repeat: 1, expect, capture: Vec::new() };
    vec![
        step(Action::Script, vec![rows("SELECT name FROM people ORDER BY name")]),
        step(Action::Query("SELECT count(*) FROM sqlite_schema".to_owned()), vec![rows("SELECT 2")]),
    ]
}

#[test]
fn a_dataset_is_the_same_for_every_test_and_submission() {
    let datasets = ["one", "two"].map(|name| {
        let sql = format!(
            "CREATE TABLE people (name TEXT); INSERT INTO people VALUES ('Ada'), ('Bo {name}'), (hex(randomblob(4)));"
        );
        (name.to_owned(), sql)
    });
    let runs_on =
        |number: usize| TestCase { datasets: vec!["one".into(), "two".into()], ..test(number, steps_of_sql()) };
    let suite = Suite { tests: (0..4).map(runs_on).collect(), datasets: datasets.clone().into(), ..Suite::default() };
    let assessment =
        Assessment { language: Language::Sql, libraries: Vec::new(), suite, limits: Limits::default(), points: 1 };
    let script = "CREATE TABLE mine (id INTEGER); SELECT name FROM people ORDER BY name";
    let first = judge(&assessment, script);
    assert_eq!(first.verdict, Verdict::Passed, "{first:#?}");
    assert_eq!(judge(&assessment, script), first);
    // As much as an instance uses that has prepared nothing.
    let fuel: u64 = with_stack(|| {
        let runtime = sandbox().runtime(&RuntimeName::from(Language::Sql)).unwrap();
        let of = |dataset: &str| {
            let files = [SourceFile { name: "main.sql".to_owned(), content: script.to_owned() }];
            let mut guest = Guest::start(runtime, &files, &[], &Limits::default()).unwrap();
            for sql in [dataset, script, "SELECT count(*) FROM sqlite_schema"] {
                guest.ask(&Request::Query(sql.to_owned())).unwrap();
            }
            guest.fuel_used()
        };
        datasets.iter().map(|(_, sql)| of(sql)).sum()
    });
    assert!(first.tests.iter().all(|test| test.fuel == fuel), "{first:#?}");
    // What one submission destroys is there for the next.
    let destroys = judge(&assessment, "DROP TABLE people; SELECT 1");
    assert_eq!(destroys.verdict, Verdict::WrongAnswer);
    assert_eq!(judge(&assessment, script), first);
}

#[test]
fn an_implementation_and_an_author_s_script_are_the_same_for_every_submission() {
    let file = |content: &str| vec![SourceFile { name: "main.py".to_owned(), content: content.to_owned() }];
    let implementation = |sum: &str| {
        file(&format!(
            "count = 0\ndef total(a, b):\n    global count\n    count += 1\n    return {sum} if count == 1 else None\n"
        ))
    };
    let tested = Tested {
        module: "sums".to_owned(),
        functions: vec!["total".to_owned()],
        implementations: [("right".to_owned(), implementation("a + b")), ("wrong".to_owned(), implementation("a - b"))]
            .into(),
    };
    let step = |action: Action, expectation: Expectation| {
        vec![Step {
            action,
            repeat: 1,
            expect: vec![Condition { aspect: Aspect::Tests, expectation }],
            capture: Vec::new(),
        }]
    };
    let against = |name: &str| Action::Suite { implementation: name.to_owned() };
    let passes = || step(against("right"), Expectation::AllPass);
    let fails = || step(against("wrong"), Expectation::SomeFail);
    let tests = "
import unittest
from sums import total
class SumsTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual(total(1, 2), 3)
";
    let mut assessment = assessment(Language::Python, vec![passes(), fails(), passes()]);
    assessment.suite.tested = Some(tested);
    let first = judge(&assessment, tests);
    assert_eq!(first.verdict, Verdict::Passed, "{first:#?}");
    assert_eq!(first.tests[0].fuel, first.tests[2].fuel);
    assert_eq!(judge(&assessment, tests), first);

    let look = || step(Action::Check { function: "look".to_owned() }, Expectation::AllPass);
    let mut assessment = self::assessment(Language::Python, vec![look(), look(), look()]);
    let script = "
seen = []
def look(subject):
    seen.append(subject.call('total', 1, 2))
    assert seen == [3], seen
";
    assessment.suite.check = Some(SourceFile { name: "check.py".to_owned(), content: script.to_owned() });
    let subject =
        "count = 0\ndef total(a, b):\n    global count\n    count += 1\n    return a + b if count == 1 else None\n";
    let first = judge(&assessment, subject);
    assert_eq!(first.verdict, Verdict::Passed, "{first:#?}");
    assert_eq!(first.tests[0].fuel, first.tests[2].fuel);
    assert_eq!(judge(&assessment, subject), first);
    let wrong = judge(&assessment, &subject.replace("a + b", "a - b"));
    assert_eq!(wrong.verdict, Verdict::WrongAnswer, "{wrong:#?}");
}
