//! Every limit in a pair: just inside passes, just outside is stopped. And the next guest is fine.

use domain::Limits;
use sandbox::{Answer, Request, Stop};
use serde_json::json;

use crate::{Setting, javascript, python, raised};

fn both(python_code: &str, javascript_code: &str) -> [Setting; 2] {
    [python(python_code), javascript(javascript_code)]
}

#[test]
fn an_endless_loop_stops_at_the_same_fuel_every_time() {
    for setting in both("while True: pass", "for (;;) {}") {
        let limits = Limits { time_ms: 50, ..Limits::default() };
        let setting = setting.limits(limits);
        let used: Vec<u64> = (0..3)
            .map(|_| {
                let outcome = setting.run();
                assert_eq!(outcome.answer, Err(Stop::Fuel));
                outcome.fuel
            })
            .collect();
        assert!(used.windows(2).all(|pair| pair[0] == pair[1]), "{used:?}");
    }
}

#[test]
fn the_same_program_uses_the_same_fuel() {
    let programs = both(
        "import random, json\nwords = {str(random.random()) for _ in range(200)}\nprint(json.dumps(sorted(words)), hash('a'), object())",
        "const words = new Set(); for (let n = 0; n < 200; n++) words.add(Math.random()); console.log([...words].sort(), Date.now());",
    );
    for setting in programs {
        let first = setting.run();
        assert_eq!(first.answer, Ok(Answer::Ended(0)), "{first:?}");
        for _ in 0..10 {
            let again = setting.run();
            assert_eq!((again.fuel, &again.stdout), (first.fuel, &first.stdout));
        }
    }
}

#[test]
fn fuel_that_suffices_is_enough() {
    for setting in both(
        "def f():\n    return sum(range(100))",
        "export function f() { let sum = 0; for (let n = 0; n < 100; n++) sum += n; return sum; }",
    ) {
        assert_eq!(setting.limits(Limits { time_ms: 100, ..Limits::default() }).value(), json!(4950));
    }
}

#[test]
fn memory_without_end_meets_the_limit() {
    let programs = both(
        "hoard = []\nwhile True: hoard.append(bytearray(1 << 20))",
        "const hoard = []; for (;;) hoard.push(new Uint8Array(1 << 20));",
    );
    for setting in programs {
        let outcome = setting.run();
        assert_eq!(outcome.answer, Err(Stop::Memory), "{outcome:?}");
        assert!(outcome.memory <= 128 << 20);
    }
}

#[test]
fn memory_within_the_limit_is_given() {
    for setting in both("print(len(bytearray(48 << 20)))", "console.log(new Uint8Array(48 << 20).length)") {
        let outcome = setting.run();
        assert_eq!((outcome.answer, outcome.stdout.trim()), (Ok(Answer::Ended(0)), "50331648"));
    }
}

#[test]
fn a_limit_below_the_interpreters_own_memory_leaves_it_running() {
    let tiny = Limits { memory_mb: 1, ..Limits::default() };
    for setting in both("print('here')", "console.log('here')") {
        assert_eq!(setting.limits(tiny).run().stdout, "here\n");
    }
    assert_eq!(python("len(bytearray(30 << 20))").limits(tiny).run().answer, Err(Stop::Memory));
}

#[test]
fn a_memory_error_that_is_caught_is_no_end() {
    let caught = python("try:\n    bytearray(1 << 30)\nexcept MemoryError:\n    print('caught')");
    let outcome = caught.run();
    assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Ended(0)), "caught\n"));
    let called = python("def f():\n    return len(bytearray(1 << 30))").call("f", &[]);
    assert_eq!(called.answer, Err(Stop::Memory));
}

#[test]
fn recursion_without_end_is_raised_and_the_next_guest_is_fine() {
    let deep = python("def f(n=0):\n    return f(n + 1)").call("f", &[]);
    assert_eq!(raised(deep).0, "RecursionError");
    let deep = javascript("export function f(n = 0) { return f(n + 1) + 1; }").call("f", &[]);
    assert_eq!(raised(deep).0, "RangeError");
    for setting in both("def f(): return 1", "export const f = () => 1;") {
        assert_eq!(setting.value(), json!(1));
    }
}

#[test]
fn deep_nesting_in_the_interpreters_own_code_ends_well() {
    // Each recurses in C: parsers, comparisons, the JSON reader, regular expressions.
    let programs = [
        python("def f():\n    return eval('(' * 5000 + ')' * 5000)"),
        python("def f():\n    x = []\n    for _ in range(100000): x = [x]\n    return repr(x)"),
        python("def f():\n    x, y = [], []\n    for _ in range(100000): x, y = [x], [y]\n    return x == y"),
        python("import json\ndef f():\n    return json.loads('[' * 100000)"),
        python("import re\ndef f():\n    return re.compile('(' * 5000 + ')' * 5000)"),
        javascript("export function f() { return JSON.parse('['.repeat(100000)); }"),
        javascript(
            "export function f() { let x = []; for (let n = 0; n < 100000; n++) x = [x]; return JSON.stringify(x); }",
        ),
        javascript("export function f() { return /(a*)*b/.test('a'.repeat(100000)); }"),
        javascript("export function f() { return new RegExp('('.repeat(100000) + ')'.repeat(100000)); }"),
        javascript("export function f() { return /(x)*y/.test('x'.repeat(1000000)); }"),
        javascript("export function f() { const x = { get y() { return this.y; } }; return x.y; }"),
        javascript("export function f() { const x = { toString() { return `${x}`; } }; return `${x}`; }"),
        javascript("export function f() { const g = () => [1, 2].map(g); return g(); }"),
        javascript("export function f() { const g = () => [2, 1].sort(g); return g(); }"),
        javascript("export function f() { const g = () => 'a'.replace(/a/, g); return g(); }"),
        javascript("export function f() { const g = () => JSON.parse('[1]', g); return g(); }"),
        javascript("export function f() { class A { constructor() { new A(); } } return new A(); }"),
        javascript("export function f() { const g = () => Reflect.apply(g, null, []); return g(); }"),
        javascript("export function f() { const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.x; }"),
        javascript(
            "export function f() { let g = () => 1; for (let n = 0; n < 100000; n++) g = g.bind(null); return g(); }",
        ),
        javascript(
            "export function f() { let p = {}; for (let n = 0; n < 100000; n++) p = new Proxy(p, {}); return p.x; }",
        ),
        javascript("export function f() { function* g() { yield* g(); } return [...g()]; }"),
        javascript(
            "export function f() { return structuredClone(Array.from({ length: 100000 }).reduce((x) => [x], [])); }",
        ),
        javascript("export function f() { console.log(Array.from({ length: 100000 }).reduce((x) => [x], [])); }"),
        javascript(
            "export function f() { let s = 'a'; for (let n = 0; n < 100000; n++) s = s + 'b' + n; return s.length; }",
        ),
    ];
    let sources = [
        "(",
        "[",
        "{a:",
        "-",
        "!",
        "(()=>",
        "x=>",
        "`${",
        "[...",
        "async()=>{",
        "class{x=",
        "a?",
        "a.b(",
        "if(1)",
        "{",
        "new ",
        "typeof ",
        "function f(){",
    ];
    let parsed = sources
        .map(|opening| javascript(&format!("export function f() {{ return eval({opening:?}.repeat(100000)); }}")));
    for setting in programs.into_iter().chain(parsed) {
        let outcome = setting.call("f", &[]);
        assert!(
            matches!(outcome.answer, Ok(Answer::Raised { .. } | Answer::Value(_)) | Err(Stop::Fuel | Stop::Memory)),
            "{:?}: {outcome:?}",
            setting.files
        );
    }
}

#[test]
fn output_without_end_is_cut_and_stopped() {
    let floods = both("while True: print('x' * 1000)", "for (;;) console.log('x'.repeat(1000));");
    for setting in floods {
        let outcome = setting.run();
        assert_eq!(outcome.answer, Err(Stop::Output));
        assert_eq!((outcome.stdout.len(), outcome.truncated), (64 << 10, true));
    }
    let stubborn =
        python("import os\nwhile True:\n    try: os.write(2, b'x' * 5000)\n    except BaseException: pass").run();
    assert_eq!((stubborn.answer, stubborn.stderr.len()), (Err(Stop::Output), 64 << 10));
}

#[test]
fn output_up_to_the_limit_is_kept() {
    for setting in both("print('x' * 65535)", "console.log('x'.repeat(65535))") {
        let outcome = setting.run();
        assert_eq!((outcome.answer, outcome.stdout.len(), outcome.truncated), (Ok(Answer::Ended(0)), 64 << 10, false));
    }
}

#[test]
fn sleeping_costs_no_time_up_to_the_limit() {
    let sleepers = both(
        "import time\ndef f():\n    before = time.time()\n    time.sleep(59)\n    return round(time.time() - before)",
        "export async function f() { const before = Date.now(); await new Promise((done) => setTimeout(done, 59000)); return Math.round((Date.now() - before) / 1000); }",
    );
    for setting in sleepers {
        assert_eq!(setting.value(), json!(59));
    }
    let sleepers = both("import time\nwhile True: time.sleep(1)", "setInterval(() => {}, 1000);");
    for setting in sleepers {
        assert_eq!(setting.run().answer, Err(Stop::VirtualTime));
    }
}

#[test]
fn waiting_for_the_clock_ends() {
    let waiting = both(
        "import time\nend = time.time() + 0.5\nwhile time.time() < end: pass\nprint('done')",
        "const end = Date.now() + 500; while (Date.now() < end); console.log('done');",
    );
    for setting in waiting {
        let outcome = setting.run();
        assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Ended(0)), "done\n"));
    }
}

#[test]
fn host_calls_without_end_run_out_of_fuel() {
    let outcome = python("import os\nwhile True: os.stat('/code/main.py')")
        .limits(Limits { time_ms: 50, ..Limits::default() })
        .run();
    assert_eq!(outcome.answer, Err(Stop::Fuel));
    let hoard = python("import os\nfiles = []\nwhile True: files.append(open('/code/main.py'))").run();
    assert_eq!(hoard.answer, Ok(Answer::Ended(1)));
    assert!(hoard.stderr.contains("OSError"), "{}", hoard.stderr);
}

#[test]
fn ending_the_process_ends_the_guest() {
    let exit = python("import os\ndef f(): os._exit(0)").ask(&[Request::Load, crate::call("f", &[])]);
    assert_eq!(exit.answer, Err(Stop::Exit(0)));
    let exit = javascript("process.exit(3)").run();
    assert_eq!(exit.answer, Err(Stop::Exit(3)));
    let abort = python("import os\nos.abort()").run();
    assert!(matches!(abort.answer, Err(Stop::Crash(_))), "{abort:?}");
}
