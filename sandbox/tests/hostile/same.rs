//! The same program gets the same verdict at the same fuel, whatever else the machine does.

use std::sync::Arc;

use domain::{
    Assessment, Expectation, Language, Limits, Program, Report, Reveal, RunVerdict, Step, Suite, TestCase, Verdict,
};
use prometheus_client::registry::Registry;
use serde_json::json;
use tokio::task::JoinSet;

use super::common::{main_file, on_a_large_stack, sandbox, start_pool};

/// All that could differ from run to run: clock, randomness, hashes, addresses, the order of a set.
const PYTHON: &str = r#"
import os, random, time, uuid
print(time.time(), time.perf_counter(), random.random(), os.urandom(4), uuid.uuid4())
print(hash("text"), id(object()), {str(n) for n in range(20)})
total = sum(hash(str(n)) % 7 for n in range(5_000))
print(total)
try:
    open("/missing")
except OSError as error:
    print(error)
raise ValueError("the end")
"#;

const JAVASCRIPT: &str = r#"
console.log(Date.now(), Math.random(), new Date().toString());
let total = 0;
for (let n = 0; n < 50_000; n++) total += Math.random();
console.log(total, [3, 1, 2].sort(), new Error("x").stack);
await new Promise((resolve) => setTimeout(resolve, 100));
console.log(Date.now());
throw new RangeError("the end");
"#;

const TYPESCRIPT: &str = r#"
interface Point { x: number; y?: number }
const total: number = [1, 2, 3].reduce((sum: number, n): number => sum + n, 0);
console.log(Date.now(), Math.random(), total, { x: 1 } satisfies Point);
throw new RangeError("the end" as string);
"#;

const RUBY: &str = r#"
puts Time.now.to_f, rand, Object.new.hash == 1, "a".hash
total = 0
50_000.times { total += rand(1000) }
puts total, [3, 1, 2].sort.inspect, { a: 1, b: 2 }.inspect
begin
  File.read("/missing")
rescue SystemCallError => error
  puts error.message
end
sleep 0.1
puts Time.now.to_f
raise ArgumentError, "the end"
"#;

const PHP: &str = r#"<?php
echo microtime(true), "\n", mt_rand(), "\n", random_int(1, 1000000), "\n", spl_object_id(new stdClass()), "\n";
$total = 0;
for ($n = 0; $n < 50_000; $n++) {
    $total += mt_rand(0, 1000);
}
$names = ['b' => 1, 'a' => 2];
ksort($names);
echo $total, "\n", json_encode($names), "\n", uniqid(), "\n";
usleep(100_000);
echo microtime(true), "\n";
throw new RuntimeException('the end');
"#;

const SQL: &str = r#"
CREATE TABLE numbers AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i, random() AS r FROM n;
SELECT sum(i), sum(r / 1000000000) FROM numbers;
SELECT datetime('now'), hex(randomblob(8));
SELECT * FROM "the end";
"#;

fn program(language: Language, code: &str, time_ms: u32) -> Program {
    let limits = Limits { time_ms, ..Limits::default() };
    Program {
        language,
        libraries: Vec::new(),
        files: main_file(language, code),
        args: Vec::new(),
        stdin: Vec::new(),
        limits,
    }
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Python => PYTHON,
        Language::Javascript => JAVASCRIPT,
        Language::Typescript => TYPESCRIPT,
        Language::Ruby => RUBY,
        Language::Php => PHP,
        Language::Sql => SQL,
    }
}

#[tokio::test]
async fn fifty_runs_beside_each_other_are_alike() {
    let pool = Arc::new(start_pool(2, 1_000, &mut Registry::default()));
    for language in Language::ALL {
        let mut runs = JoinSet::new();
        for n in 0..50 {
            let pool = Arc::clone(&pool);
            let program = program(language, code(language), 2_000);
            runs.spawn(async move { pool.run(&format!("learner {}", n % 3), program).await.unwrap() });
        }
        let outcomes = runs.join_all().await;
        let first = &outcomes[0];
        assert_eq!(first.verdict, RunVerdict::RuntimeError, "{first:?}");
        assert!(first.stderr.contains("the end"), "{first:?}");
        for outcome in &outcomes {
            assert_eq!((&outcome.stdout, &outcome.stderr), (&first.stdout, &first.stderr));
            assert_eq!(
                (outcome.verdict, outcome.fuel, outcome.memory_bytes),
                (first.verdict, first.fuel, first.memory_bytes)
            );
        }
    }
}

#[tokio::test]
async fn fifty_judgements_beside_each_other_are_alike() {
    let pool = Arc::new(start_pool(2, 1_000, &mut Registry::default()));
    let step = |n: i64| Step::call("count_up", vec![json!(n)], Expectation::Json(json!(n)));
    let test = |id: &str, steps| TestCase {
        id: id.to_owned(),
        name: id.to_owned(),
        say: String::new(),
        visible: false,
        reveal: Reveal::Full,
        steps,
        ..TestCase::default()
    };
    for (language, code) in [
        (
            Language::Python,
            "seen = 0\ndef count_up(n):\n    global seen\n    seen += 1\n    print(seen)\n    return seen\n",
        ),
        (
            Language::Javascript,
            "let seen = 0;\nexport function countUp(n) {\n  console.log(++seen);\n  return seen;\n}\n",
        ),
    ] {
        let suite = Suite {
            tests: vec![test("keeps", vec![step(1), step(2)]), test("starts-anew", vec![step(1)])],
            ..Suite::default()
        };
        let assessment = Assessment { language, libraries: Vec::new(), suite, limits: Limits::default(), points: 3 };
        let mut runs = JoinSet::new();
        for _ in 0..50 {
            let (pool, assessment) = (Arc::clone(&pool), assessment.clone());
            runs.spawn(async move { pool.judge("learner", assessment, main_file(language, code)).await.unwrap() });
        }
        let still = |mut report: Report| {
            report.duration_us = 0;
            report.tests.iter_mut().for_each(|test| test.duration_us = 0);
            report
        };
        let reports: Vec<_> = runs.join_all().await.into_iter().map(still).collect();
        assert_eq!(reports[0].verdict, Verdict::Passed, "{:?}", reports[0]);
        assert!(reports.iter().all(|report| *report == reports[0]));
    }
}

#[test]
fn the_millisecond_that_a_program_needs_decides() {
    on_a_large_stack(|| {
        for (language, endless) in [(Language::Python, "while True: pass"), (Language::Javascript, "for (;;);")] {
            let stopped = sandbox().run(&program(language, endless, 100));
            assert_eq!(stopped.verdict, RunVerdict::TimeLimit);
            // Who runs out of fuel has used all of it: that is what a hundred milliseconds are.
            let fuel_per_ms = stopped.fuel / 100;
            let whole = sandbox().run(&program(language, code(language), 5_000));
            let inside = u32::try_from(whole.fuel.div_ceil(fuel_per_ms)).unwrap();
            assert_eq!(sandbox().run(&program(language, code(language), inside)).verdict, RunVerdict::RuntimeError);
            let outside = sandbox().run(&program(language, code(language), inside - 1));
            assert_eq!(outside.verdict, RunVerdict::TimeLimit);
            assert_eq!(outside.fuel, fuel_per_ms * u64::from(inside - 1));
        }
    });
}
