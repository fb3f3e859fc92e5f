//! A guest that asks the host, and through it another guest.

use domain::{Language, Limits, SourceFile};
use sandbox::{
    Answer, Checked, Guest, Outside, Request, Stop, Subject, Surroundings, TestedCase, TestedStatus, VirtualNetwork,
};
use serde_json::{Value, json};

use crate::{Outcome, Setting, call, javascript, python, sandbox, with_stack};

/// A file of a language's main name.
fn main_file(language: Language, code: &str) -> SourceFile {
    SourceFile { name: language.main_file().to_owned(), content: code.to_owned() }
}

/// Code that others ask, loaded.
fn subject(language: Language, code: &str, limits: &Limits) -> Subject {
    let runtime = sandbox().runtime(&language.into()).unwrap();
    let guest = Guest::start(runtime, &[main_file(language, code)], &[], limits).unwrap();
    let subject = Subject::new(language, guest);
    assert_eq!(subject.ask(&Request::Load), Ok(Answer::Loaded));
    subject
}

fn few_ms(time_ms: u32) -> Limits {
    Limits { time_ms, ..Limits::default() }
}

/// Asks a guest that has a bridge.
fn ask(setting: &Setting, outside: Outside, requests: &[Request]) -> Outcome {
    let runtime = sandbox().runtime(&setting.language.into()).unwrap();
    let surroundings = Surroundings { bridge: Some(Box::new(outside)), ..Surroundings::default() };
    let mut guest = Guest::start_in(runtime, &setting.files, &setting.limits, surroundings).unwrap();
    let mut answer = Err(Stop::Host("nothing was asked".to_owned()));
    for request in requests {
        answer = guest.ask(request);
        if answer.is_err() {
            break;
        }
    }
    let output = guest.take_output();
    Outcome {
        answer,
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        truncated: output.truncated,
        fuel: guest.fuel_used(),
        memory: guest.memory_bytes(),
    }
}

fn tests_of(exports: &[&str]) -> Request {
    Request::Tests { module: "pricing".to_owned(), exports: exports.iter().map(ToString::to_string).collect() }
}

/// Runs a learner's tests over a subject.
fn tested(setting: &Setting, subject: &Subject, exports: &[&str]) -> Vec<TestedCase> {
    let outside = Outside { subject: Some(subject.clone()), network: None };
    match ask(setting, outside, &[tests_of(exports)]) {
        Outcome { answer: Ok(Answer::Tested(cases)), .. } => cases,
        other => panic!("{other:?}"),
    }
}

/// Name and status of each.
fn statuses(cases: &[TestedCase]) -> Vec<(&str, TestedStatus)> {
    cases.iter().map(|case| (case.name.as_str(), case.status)).collect()
}

const PRICING_JS: &str = "
export function totalPrice(items, rate = 0) {
    if (!Array.isArray(items)) throw new TypeError('no list');
    if (items.length === 0) throw new RangeError('nothing to sell');
    if (items.some((item) => item < 0)) { const error = new Error('negative'); error.name = 'OutOfStock'; throw error; }
    return items.reduce((sum, item) => sum + item, 0) * (1 + rate);
}
export const describe = (item) => ({ item, tags: new Set(['new']), bytes: new Uint8Array([1, 2]), big: 2n ** 70n });
";

const PRICING_PY: &str = "
class OutOfStock(Exception): pass
def total_price(items, rate=0):
    if not isinstance(items, list): raise TypeError('no list')
    if not items: raise ValueError('nothing to sell')
    if min(items) < 0: raise OutOfStock('negative')
    return sum(items) * (1 + rate)
def lookup(key): return {'a': 1}[key]
";

#[test]
fn python_tests_ask_a_subject_in_javascript() {
    let code = "
import unittest
import pricing
from pricing import describe, total_price

class TotalTest(unittest.TestCase):
    def test_adds(self):
        self.assertEqual(total_price([1, 2]), 3)
    def test_rate(self):
        self.assertAlmostEqual(pricing.total_price([100], 0.5), 150)
    def test_is_wrong(self):
        self.assertEqual(total_price([1, 2]), 4)
    def test_builtin_exception(self):
        with self.assertRaisesRegex(TypeError, 'no list'):
            total_price(None)
    def test_made_exception(self):
        with self.assertRaises(pricing.OutOfStock) as caught:
            total_price([-1])
        self.assertEqual(str(caught.exception), 'negative')
    def test_unexpected_exception(self):
        total_price([])
    def test_values(self):
        self.assertEqual(describe((1, {'x'})), {'item': [1, {'x'}], 'tags': {'new'}, 'bytes': b'\\x01\\x02', 'big': 2**70})
    def test_cannot_pass_an_object(self):
        with self.assertRaisesRegex(TypeError, 'a value of type object was passed; pass None'):
            total_price(object())
    @unittest.skip('not today')
    def test_skipped(self):
        self.fail()
    def test_subtests(self):
        for number in (1, 2, 3):
            with self.subTest(number=number):
                self.assertEqual(total_price([number]), 1)

class Async(unittest.IsolatedAsyncioTestCase):
    async def test_async(self):
        import asyncio
        await asyncio.sleep(1)
        self.assertEqual(total_price([7]), 7)
";
    with_stack(|| {
        let subject = subject(Language::Javascript, PRICING_JS, &Limits::default());
        let cases = tested(&python(code), &subject, &["total_price", "describe"]);
        let expected = [
            ("Async.test_async", TestedStatus::Pass),
            ("TotalTest.test_adds", TestedStatus::Pass),
            ("TotalTest.test_builtin_exception", TestedStatus::Pass),
            ("TotalTest.test_cannot_pass_an_object", TestedStatus::Pass),
            ("TotalTest.test_is_wrong", TestedStatus::Fail),
            ("TotalTest.test_made_exception", TestedStatus::Pass),
            ("TotalTest.test_rate", TestedStatus::Pass),
            ("TotalTest.test_skipped", TestedStatus::Skip),
            ("TotalTest.test_subtests", TestedStatus::Fail),
            ("TotalTest.test_unexpected_exception", TestedStatus::Error),
            ("TotalTest.test_values", TestedStatus::Pass),
        ];
        assert_eq!(statuses(&cases), expected, "{cases:#?}");
        let by_name = |name: &str| cases.iter().find(|case| case.name.ends_with(name)).unwrap();
        let wrong = by_name("test_is_wrong");
        assert_eq!(wrong.message, "AssertionError: 3 != 4");
        assert!(wrong.trace.contains("main.py\", line 12") && !wrong.trace.contains("unittest"), "{}", wrong.trace);
        assert!(by_name("test_subtests").message.starts_with("(number=2) AssertionError"), "{cases:#?}");
        let unexpected = by_name("test_unexpected_exception");
        assert!(unexpected.message.ends_with("RangeError: nothing to sell"), "{}", unexpected.message);
        assert!(!unexpected.trace.contains("backroad") && !unexpected.trace.contains("reduce"), "{}", unexpected.trace);
    });
}

#[test]
fn javascript_tests_ask_a_subject_in_python() {
    let code = r#"
import { after, afterEach, before, beforeEach, describe, it, test } from "node:test";
import assert from "node:assert/strict";
import { OutOfStock, totalPrice } from "./pricing.js";
import * as pricing from "./pricing.ts";

const seen = [];
describe("totalPrice", () => {
  before(() => seen.push("before"));
  beforeEach(() => seen.push("each"));
  after(() => seen.push("after"));
  it("adds", () => assert.equal(totalPrice([1, 2]), 3));
  it("is wrong", () => assert.deepEqual({ total: totalPrice([1, 2]) }, { total: 4 }));
  describe("errors", () => {
    afterEach(() => seen.push("inner"));
    it("raises a type error", () => assert.throws(() => totalPrice(7), TypeError));
    it("raises its own", () => assert.throws(() => totalPrice([-1]), OutOfStock));
    it("raises by name", () => assert.throws(() => totalPrice([]), { name: "ValueError", message: "nothing to sell" }));
    it("is not expected", () => totalPrice([]));
    it.skip("is skipped", () => assert.fail());
  });
});
test("waits", async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await assert.rejects(async () => totalPrice([]), /nothing/);
  assert.equal(pricing.totalPrice([100], 0.5), 150);
});
test("with a callback", (t, done) => setTimeout(done, 5));
test("fails later", async () => {
  await null;
  assert.match("abc", /x/);
});
test("never ends", () => new Promise(() => {}));
test("throws in a timer", () => new Promise(() => setTimeout(() => { throw new TypeError("late"); }, 1)));
test("has parts", async (t) => {
  await t.test("good", () => {});
  await t.test("bad", () => assert.ok(false, "the reason"));
});
test("all hooks ran", () => assert.equal(seen.join(" "), "before each each each inner each inner each inner each inner after"));
"#;
    with_stack(|| {
        let subject = subject(Language::Python, PRICING_PY, &Limits::default());
        let cases = tested(&javascript(code), &subject, &["total_price", "OutOfStock"]);
        let expected = [
            ("totalPrice > adds", TestedStatus::Pass),
            ("totalPrice > is wrong", TestedStatus::Fail),
            ("totalPrice > errors > raises a type error", TestedStatus::Pass),
            ("totalPrice > errors > raises its own", TestedStatus::Pass),
            ("totalPrice > errors > raises by name", TestedStatus::Pass),
            ("totalPrice > errors > is not expected", TestedStatus::Error),
            ("totalPrice > errors > is skipped", TestedStatus::Skip),
            ("waits", TestedStatus::Pass),
            ("with a callback", TestedStatus::Pass),
            ("fails later", TestedStatus::Fail),
            ("never ends", TestedStatus::Error),
            ("throws in a timer", TestedStatus::Error),
            ("has parts", TestedStatus::Fail),
            ("has parts > good", TestedStatus::Pass),
            ("has parts > bad", TestedStatus::Fail),
            ("all hooks ran", TestedStatus::Pass),
        ];
        assert_eq!(statuses(&cases), expected, "{cases:#?}");
        let unexpected = &cases[5];
        assert_eq!(unexpected.message, "ValueError: nothing to sell");
        assert!(
            unexpected.trace.contains("main.js:19") && !unexpected.trace.contains("backroad"),
            "{}",
            unexpected.trace
        );
        assert_eq!(cases[11].message, "TypeError: late");
    });
}

#[test]
fn keys_and_missing_names_cross_as_in_the_language() {
    let code = "
import unittest
from pricing import lookup, gone
import pricing
class T(unittest.TestCase):
    def test_key(self):
        with self.assertRaises(KeyError) as caught: lookup('b')
        self.assertEqual(caught.exception.args, ('b',))
    def test_gone(self):
        with self.assertRaisesRegex(AttributeError, \"the code under test has no 'gone'\"): gone()
    def test_unknown(self):
        with self.assertRaisesRegex(AttributeError, 'it has lookup, gone'): pricing.loookup
unittest.main()
";
    with_stack(|| {
        let subject = subject(Language::Python, PRICING_PY, &Limits::default());
        let cases = tested(&python(code), &subject, &["lookup", "gone"]);
        assert!(cases.iter().all(|case| case.status == TestedStatus::Pass) && cases.len() == 3, "{cases:#?}");
    });
}

#[test]
fn tests_in_typescript_are_tests() {
    // What the types are taken out of; the judge does that before.
    let code =
        "import { test } from 'node:test'; import assert from 'node:assert'; import { totalPrice } from './pricing.ts';
        test('adds', () => assert.equal(totalPrice([2]), 2));";
    with_stack(|| {
        let subject = subject(Language::Javascript, PRICING_JS, &Limits::default());
        let mut setting = javascript(code);
        setting.files[0].name = "main.ts".to_owned();
        assert_eq!(statuses(&tested(&setting, &subject, &["total_price"])), [("adds", TestedStatus::Pass)]);
    });
}

#[test]
fn files_that_are_no_tests_say_so() {
    with_stack(|| {
        let subject = subject(Language::Python, PRICING_PY, &Limits::default());
        let outside = || Outside { subject: Some(subject.clone()), network: None };
        for (setting, told) in [
            (python("import unittest\nimport prising"), "No module named 'prising'"),
            (python("from pricing import lookup_all"), "lookup_all"),
            (javascript("import { lookupAll } from './pricing.js'"), "lookupAll"),
            (javascript("import test from 'node:test'; for (let n = 0; n < 301; n++) test('t', () => {})"), "300"),
            (
                python(
                    "import unittest\nclass T(unittest.TestCase): pass\nfor n in range(301): setattr(T, f'test_{n}', lambda self: None)",
                ),
                "there are 301 tests; at most 300 are run",
            ),
        ] {
            match ask(&setting, outside(), &[tests_of(&["lookup"])]).answer {
                Ok(Answer::Raised { message, .. } | Answer::Syntax { message, .. }) => {
                    assert!(message.contains(told), "{message}");
                }
                other => panic!("{other:?}"),
            }
        }
        for (setting, file) in [(python("def broken(:"), "main.py"), (javascript("function ("), "main.js")] {
            match ask(&setting, outside(), &[tests_of(&["lookup"])]).answer {
                Ok(Answer::Syntax { trace, .. }) => assert!(trace.contains(file), "{trace}"),
                other => panic!("{other:?}"),
            }
        }
        for setting in [python("print('no tests')"), javascript("console.log('no tests')")] {
            let outcome = ask(&setting, outside(), &[tests_of(&["lookup"])]);
            assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Tested(Vec::new())), "no tests\n"));
        }
    });
}

const LOOPS: &str = "def spin():\n    while True: pass\ndef fine(): return 1";

#[test]
fn a_subject_that_loops_is_stopped_and_the_tests_go_on() {
    let code = "
import unittest
from pricing import fine, spin
class T(unittest.TestCase):
    def test_1(self): self.assertEqual(fine(), 1)
    def test_2(self): spin()
    def test_3(self): self.assertEqual(fine(), 1)
";
    with_stack(|| {
        let subject = subject(Language::Python, LOOPS, &few_ms(100));
        let cases = tested(&python(code), &subject, &["fine", "spin"]);
        let expected =
            [("T.test_1", TestedStatus::Pass), ("T.test_2", TestedStatus::Error), ("T.test_3", TestedStatus::Error)];
        assert_eq!(statuses(&cases), expected);
        assert_eq!(cases[1].message, "SubjectStopped: the code under test used up its computing time");
        assert_eq!(subject.stopped(), Some(Stop::Fuel));
        assert_eq!(subject.ask(&call("fine", &[])), Err(Stop::Fuel), "nothing is asked of it any more");
    });
}

#[test]
fn a_tester_that_loops_is_stopped_itself() {
    with_stack(|| {
        let subject = subject(Language::Python, LOOPS, &Limits::default());
        let outside = Outside { subject: Some(subject.clone()), network: None };
        let code = "from pricing import fine\nwhile True: fine()";
        let outcome = ask(&python(code).limits(few_ms(200)), outside, &[tests_of(&["fine"])]);
        assert_eq!((outcome.answer, subject.stopped()), (Err(Stop::Fuel), None));
    });
}

/// Writes whatever it likes to the file.
const RAW: &str = "
import os
def say(*pieces):
    bridge = os.open('/dev/bridge', os.O_RDWR)
    for piece in pieces:
        while piece: piece = piece[os.write(bridge, piece):]
    answer = b''
    while more := os.read(bridge, 100): answer += more
    os.close(bridge)
    return answer.decode()
";

#[test]
fn whatever_is_written_is_answered_or_refused() {
    let code = format!(
        "{RAW}
def f():
    answers = [os.read(os.open('/dev/bridge', os.O_RDWR), 100).decode()]  # before anything was asked
    for line in (b'\\n', b'garbage\\n', b'{{\"value\":1}}\\n', bytes(range(256)) + b'\\n', b'x' * (2 << 20) + b'\\n', b'[' * 100000 + b'\\n'):
        answers.append(say(line)[:12])
    answers.append(say(b'{{\"call\":{{\"function\":\"fi', b'ne\",\"args\":[]}}}}', b'\\n'))
    answers.append(say(b'{{\"call\":{{\"function\":\"fine\",\"args\":[]}}}}\\n' * 3))
    answers.append(say(b'{{\"call\":{{\"function\":\"__class__\",\"args\":[]}}}}\\n'))
    answers.append(say(b'unfinished'))
    answers.append(say(b'\\n')[:12])
    try: os.lseek(os.open('/dev/bridge', os.O_RDWR), 0, 0)
    except OSError as error: answers.append(error.errno)
    return answers
"
    );
    with_stack(|| {
        let subject = subject(Language::Python, LOOPS, &Limits::default());
        let outside = Outside { subject: Some(subject), network: None };
        let outcome = ask(&python(&code), outside, &[Request::Load, call("f", &[])]);
        let Ok(Answer::Value(Value::Array(answers))) = outcome.answer else { panic!("{outcome:?}") };
        let refused = "{\"malformed\"";
        let one = "{\"value\":1}\n";
        let odd = answers[9].as_str().unwrap().to_owned();
        assert_eq!(
            answers,
            [
                json!(""),
                json!(refused),
                json!(refused),
                json!(refused),
                json!(refused),
                json!(refused),
                json!(refused),
                json!(one),
                json!(one),
                json!(odd),
                json!(""),
                json!(refused),
                json!(70)
            ]
        );
        assert!(
            odd.starts_with("{\"raised\"") || odd.starts_with("{\"missing\"") || odd.starts_with("{\"value\""),
            "{odd}"
        );
    });
}

#[test]
fn a_flood_of_questions_meets_the_limit() {
    let code = format!(
        "{RAW}
def f():
    bridge = os.open('/dev/bridge', os.O_RDWR)
    lines = b'{{\"call\":{{\"function\":\"fine\",\"args\":[]}}}}\\n' * 1000
    while True: os.writev(bridge, [lines] * 100) if hasattr(os, 'writev') else os.write(bridge, lines)
"
    );
    with_stack(|| {
        let subject = subject(Language::Python, LOOPS, &Limits::default());
        let outside = Outside { subject: Some(subject.clone()), network: None };
        let begun = std::time::Instant::now();
        let outcome = ask(&python(&code).limits(few_ms(200)), outside, &[Request::Load, call("f", &[])]);
        assert_eq!(outcome.answer, Err(Stop::Fuel));
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    });
}

/// Opens the file in every language: whether it could, and what came of a question.
fn openers() -> [Setting; 4] {
    let question = r#"{"call":{"function":"fine","args":[]}}"#;
    [
        python(&format!(
            "{RAW}\ndef f():\n    try: return say(b'{question}\\n')\n    except OSError as error: return error.errno"
        )),
        javascript(&format!(
            "import fs from 'node:fs';
             export function f() {{ try {{ fs.writeFileSync('/dev/bridge', '{question}\\n'); return fs.readFileSync('/dev/bridge', 'utf8'); }} catch (error) {{ return -error.errno; }} }}"
        )),
        Setting::new(
            Language::Ruby,
            &format!(
                "def f\n  File.open('/dev/bridge', 'r+') {{ |bridge| bridge.sync = true; bridge.write('{question}' + \"\\n\"); bridge.gets }}\nrescue SystemCallError => error\n  error.errno\nend"
            ),
        ),
        Setting::new(
            Language::Php,
            &format!(
                "<?php function f() {{ $bridge = @fopen('/dev/bridge', 'r+'); if (!$bridge) return 44; fwrite($bridge, '{question}' . \"\\n\"); return fgets($bridge); }}"
            ),
        ),
    ]
}

#[test]
fn the_file_opens_in_every_language_where_there_is_a_bridge() {
    with_stack(|| {
        for setting in openers() {
            let subject = subject(Language::Javascript, "export const fine = () => 1", &Limits::default());
            let outside = Outside { subject: Some(subject), network: None };
            let outcome = ask(&setting, outside, &[Request::Load, call("f", &[])]);
            assert_eq!(outcome.answer, Ok(Answer::Value(json!("{\"value\":1}\n"))), "{}", setting.language);
        }
    });
}

#[test]
fn there_is_no_file_where_there_is_no_bridge() {
    for setting in openers() {
        // There is nothing to open, and nothing can be made there.
        let refused = if setting.language == Language::Javascript { 69 } else { 44 };
        assert_eq!(setting.value(), json!(refused), "{}", setting.language);
    }
    let outcome =
        python("import unittest\nfrom pricing import fine\nclass T(unittest.TestCase):\n    def test(self): fine()")
            .ask(&[tests_of(&["fine"])]);
    let Ok(Answer::Tested(cases)) = outcome.answer else { panic!("{outcome:?}") };
    assert!(cases[0].message.contains("FileNotFoundError"), "{cases:?}");
}

#[test]
fn the_same_conversation_costs_the_same() {
    let code = "
import unittest
from pricing import describe, total_price
class T(unittest.TestCase):
    def test_1(self): self.assertEqual(total_price([1, 2, 3]), 6)
    def test_2(self): self.assertEqual(describe({'a': 1})['item'], {'a': 1})
    def test_3(self): total_price([])
";
    let fuel = || {
        with_stack(|| {
            let subject = subject(Language::Javascript, PRICING_JS, &Limits::default());
            let outside = Outside { subject: Some(subject.clone()), network: None };
            let outcome = ask(&python(code), outside, &[tests_of(&["total_price", "describe"])]);
            assert!(matches!(outcome.answer, Ok(Answer::Tested(_))), "{outcome:?}");
            (outcome.fuel, subject.fuel_used())
        })
    };
    let first = fuel();
    for _ in 0..5 {
        assert_eq!(fuel(), first);
    }
}

#[test]
fn a_deep_recursion_on_both_sides_of_the_bridge_is_two_exceptions() {
    let code = "
import unittest
from pricing import deep
def down(n): return deep() if n == 0 else down(n - 1)
class T(unittest.TestCase):
    def test(self):
        with self.assertRaises(RecursionError): down(200)
";
    with_stack(|| {
        let subject = subject(Language::Python, "def deep(): return deep()", &Limits::default());
        let cases = tested(&python(code), &subject, &["deep"]);
        assert_eq!(statuses(&cases), [("T.test", TestedStatus::Pass)], "{cases:?}");
    });
}

const SERVICE_PY: &str = "
import json
def total(items): return sum(items)
def fail(): raise PermissionError('not you')
def slip(): return nothing_of_that_name
def app(environ, start_response):
    body = environ['wsgi.input'].read()
    said = {'method': environ['REQUEST_METHOD'], 'path': environ['PATH_INFO'], 'query': environ['QUERY_STRING'], 'type': environ.get('CONTENT_TYPE'), 'body': body.decode()}
    start_response('201 Created', [('Content-Type', 'application/json'), ('X-Seen', environ.get('HTTP_X_SENT', 'none'))])
    return [json.dumps(said).encode()]
";

const SERVICE_JS: &str = "
export const total = (items) => items.reduce((sum, item) => sum + item, 0);
export function fail() { const error = new Error('not you'); error.name = 'PermissionError'; throw error; }
export function slip() { return nothingOfThatName; }
export default { async fetch(request) {
    const url = new URL(request.url);
    const said = { method: request.method, path: url.pathname, query: url.search.slice(1), type: request.headers.get('content-type'), body: await request.text() };
    return Response.json(said, { status: 201, headers: { 'x-seen': request.headers.get('x-sent') ?? 'none' } });
} };
";

const CHECK: &str = "
def works(subject):
    assert subject.call('total', [1, 2, 3]) == 6
    try:
        subject.call('fail')
        assert False, 'nothing was raised'
    except PermissionError as error:
        assert str(error) == 'not you'
    response = subject.request('POST', '/items?a=b', json={'name': 'x'}, headers={'X-Sent': 'yes'})
    assert (response.status, response.headers['x-seen']) == (201, 'yes')
    said = response.json()
    assert said == {'method': 'POST', 'path': '/items', 'query': 'a=b', 'type': 'application/json', 'body': '{\"name\": \"x\"}'}, said
    assert subject.request('GET', '/').headers['content-type'].startswith('application/json')

def complains(subject):
    assert subject.call('total', [1]) == 2, 'The total of one item is not right.'

def says_nothing(subject):
    assert False

def meets_an_exception(subject):
    subject.call('fail')

def meets_a_slip(subject):
    subject.call('slip')

def meets_nothing(subject):
    subject.call('does_not_exist', 1)

def expects_a_dictionary(subject):
    subject.call('total', [1])['total']

def is_broken(subject):
    undefined_name

def imports_nothing(subject):
    import requests

def loops(subject):
    while True: pass
";

#[test]
fn an_authors_script_checks_a_subject_in_any_language() {
    with_stack(|| {
        for (language, code) in [(Language::Python, SERVICE_PY), (Language::Javascript, SERVICE_JS)] {
            let subject = subject(language, code, &Limits::default());
            let files = [SourceFile { name: "check.py".to_owned(), content: CHECK.to_owned() }];
            let check = |function: &str| sandbox().check(&files, function, &few_ms(500), &subject, None).unwrap();
            let failed = |function: &str| match check(function) {
                Checked::Failed { message, trace } => {
                    assert!(trace.contains("check.py"), "{trace}");
                    message
                }
                other => panic!("{function}: {other:?}"),
            };
            assert_eq!(check("works"), Checked::Passed, "{language}");
            assert_eq!(failed("complains"), "The total of one item is not right.");
            assert_eq!(failed("says_nothing"), "");
            assert_eq!(failed("meets_an_exception"), "PermissionError: not you");
            assert!(failed("meets_a_slip").contains("Error"), "the subject's slip, not the author's");
            assert!(failed("meets_nothing").contains("the code under test has no 'does_not_exist'"));
            assert!(failed("expects_a_dictionary").starts_with("TypeError"));
            for broken in ["is_broken", "imports_nothing", "loops", "there_is_none"] {
                assert!(matches!(check(broken), Checked::Broken(_)), "{broken}");
            }
            let files = [SourceFile { name: "check.py".to_owned(), content: "def check(:".to_owned() }];
            let broken = sandbox().check(&files, "check", &few_ms(500), &subject, None).unwrap();
            assert!(matches!(broken, Checked::Broken(said) if said.contains("check.py")));
        }
    });
}

#[test]
fn a_check_over_a_subject_that_stops_is_the_subjects_fault() {
    with_stack(|| {
        let subject = subject(Language::Python, LOOPS, &few_ms(100));
        let script = "def check(subject):\n    subject.call('spin')";
        let files = [SourceFile { name: "check.py".to_owned(), content: script.to_owned() }];
        let checked = sandbox().check(&files, "check", &Limits::default(), &subject, None).unwrap();
        assert!(matches!(checked, Checked::Failed { .. }), "{checked:?}");
        assert_eq!(subject.stopped(), Some(Stop::Fuel));
    });
}

fn network() -> VirtualNetwork {
    let hosts = json!({
        "api.example.com": { "responses": [
            { "path": "/users/1", "headers": { "content-type": "application/json" }, "body": "{\"id\": 1}" },
            { "method": "POST", "path": "/hooks", "status": 503, "body": "busy" },
            { "method": "POST", "path": "/hooks", "status": 202 },
            { "path": "/slow", "delay_ms": 5000, "body": "at last" },
            { "path": "/moved", "status": 302, "headers": { "location": "http://10.0.0.7:8080/secret" } },
            { "path": "/round", "status": 307, "headers": { "location": "/round" } },
        ]},
        "internal.example:8080": { "addresses": ["10.0.0.7"], "responses": [{ "path": "/secret", "body": "inside" }] },
    });
    VirtualNetwork::new(serde_json::from_value(hosts).unwrap())
}

/// The value of `f()` where there is this network.
fn value_with(setting: &Setting, network: &VirtualNetwork) -> Value {
    let outside = Outside { subject: None, network: Some(network.clone()) };
    match ask(setting, outside, &[Request::Load, call("f", &[])]) {
        Outcome { answer: Ok(Answer::Value(value)), .. } => value,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_check_sees_what_a_service_asks_of_others() {
    let code = r#"
export default { async fetch(request) {
    const answer = await fetch("https://api.example.com/users/1", { headers: { "x-trace": request.headers.get("x-trace") } });
    await fetch("https://api.example.com/hooks", { method: "POST", body: JSON.stringify({ seen: true }) });
    return Response.json({ status: answer.status, user: await answer.json() });
} };
"#;
    let script = "
def check(subject):
    assert subject.requests_made() == []
    response = subject.request('GET', '/', headers=[('x-trace', 't1')])
    assert response.json() == {'status': 200, 'user': {'id': 1}}, response.text
    first, second = subject.requests_made()
    assert (first.method, first.host, first.path, first.headers['x-trace'], first.status) == ('GET', 'api.example.com', '/users/1', 't1', 200)
    assert (second.method, second.json(), second.status) == ('POST', {'seen': True}, 503)
";
    with_stack(|| {
        let network = network();
        let runtime = sandbox().runtime(&Language::Javascript.into()).unwrap();
        let outside = Outside { subject: None, network: Some(network.clone()) };
        let surroundings = Surroundings { bridge: Some(Box::new(outside)), ..Surroundings::default() };
        let file = main_file(Language::Javascript, code);
        let guest = Guest::start_in(runtime, &[file], &Limits::default(), surroundings).unwrap();
        let subject = Subject::new(Language::Javascript, guest);
        assert_eq!(subject.ask(&Request::Load), Ok(Answer::Loaded));
        let files = [SourceFile { name: "check.py".to_owned(), content: script.to_owned() }];
        let checked = sandbox().check(&files, "check", &Limits::default(), &subject, Some(&network));
        assert_eq!(checked, Ok(Checked::Passed));
    });
}

#[test]
fn the_native_stack_holds_two_guests_at_their_deepest() {
    // The parser of JSON uses the most of the native stack for what it may use of its own. The tester asks from nearly as deep
    // as it gets there.
    let asked = "export function f() { try { JSON.parse('['.repeat(100_000)); } catch (error) { return error.name + ': ' + error.message; } }";
    let tester = "
        import test from 'node:test';
        import assert from 'node:assert';
        import { f } from './pricing.js';
        function parse(depth, work) {
            let isFirst = true;
            const nested = JSON.parse('['.repeat(depth) + ']'.repeat(depth), () => { if (isFirst) { isFirst = false; work(); } return 1; });
            return nested;
        }
        test('deep', () => {
            let [fits, fails] = [100, 100_000];
            while (fails - fits > 10) {
                const depth = (fits + fails) >> 1;
                try { parse(depth, () => {}); fits = depth; } catch (error) { assert(error instanceof RangeError); fails = depth; }
            }
            assert(fits > 500, String(fits));
            let answer;
            parse(Math.floor(fits * 0.95), () => { answer = f(); });
            assert.match(answer, /RangeError|SyntaxError/);
        });
    ";
    with_stack(|| {
        let subject = subject(Language::Javascript, asked, &Limits::default());
        let cases = tested(&javascript(tester), &subject, &["f"]);
        assert_eq!(statuses(&cases), [("deep", TestedStatus::Pass)], "{cases:?}");
    });
}

#[test]
fn assertions_show_what_differs() {
    let code = r#"
import assert from "node:assert/strict";
const told = (work) => { try { work(); return "nothing"; } catch (error) { return error.message; } };
export const f = () => [
  told(() => assert.deepEqual({ id: 1, tags: ["a", "b"], at: new Date(0) }, { at: new Date(0), id: 1, tags: ["a", "c"] })),
  told(() => assert.deepEqual(new Map([["a", 1]]), new Map([["a", 2]]))),
  told(() => assert.deepEqual(new Set(["x"]), new Set(["y"]))),
  told(() => assert.deepEqual({ a: 1 }, { a: 1 })),
];
"#;
    let expected = [
        "Expected values to be strictly deep-equal:\n+ actual - expected ... Lines skipped\n\n  {\n    at: 1970-01-01T00:00:00.000Z,\n...\n      'a',\n+     'b'\n-     'c'\n    ]\n  }",
        "Expected values to be strictly deep-equal:\n+ actual - expected\n\n  Map(1) {\n+   'a' => 1\n-   'a' => 2\n  }",
        "Expected values to be strictly deep-equal:\n+ actual - expected\n\n  Set(1) {\n+   'x'\n-   'y'\n  }",
        "nothing",
    ];
    assert_eq!(javascript(code).value(), json!(expected));
}

#[test]
fn javascript_fetches_from_the_virtual_network() {
    let code = r#"
import dns from "node:dns/promises";
const failure = async (work) => { try { await work(); return "nothing"; } catch (error) { return [error.name, error.message, error.cause?.code ?? error.cause?.message ?? null]; } };
export async function f() {
  const user = await fetch("https://api.example.com/users/1");
  const hook = () => fetch("https://api.example.com/hooks", { method: "POST", body: JSON.stringify({ a: 1 }), headers: { "content-type": "application/json", "x-signature": "s" } });
  const begun = Date.now();
  const slow = await (await fetch("https://api.example.com/slow")).text();
  const took = Math.round((Date.now() - begun) / 1000);
  const moved = await fetch("https://api.example.com/moved", { headers: { authorization: "secret" } });
  return {
    user: [user.status, user.ok, user.url, user.headers.get("content-type"), await user.json()],
    hooks: [(await hook()).status, (await hook()).status],
    slow: [slow, took],
    moved: [moved.url, moved.redirected, await moved.text()],
    manual: (await fetch("https://api.example.com/moved", { redirect: "manual" })).status,
    missing: (await fetch("https://api.example.com/nothing")).status,
    late: await failure(() => fetch("https://api.example.com/slow", { signal: AbortSignal.timeout(100) })),
    unknown: await failure(() => fetch("https://evil.example/")),
    round: await failure(() => fetch("https://api.example.com/round")),
    refused: await failure(() => fetch("https://api.example.com/moved", { redirect: "error" })),
    address: await dns.lookup("internal.example"),
    nowhere: await failure(() => dns.lookup("evil.example")),
  };
}
"#;
    with_stack(|| {
        let network = network();
        let expected = json!({
            "user": [200, true, "https://api.example.com/users/1", "application/json", { "id": 1 }],
            "hooks": [503, 202],
            "slow": ["at last", 5],
            "moved": ["http://10.0.0.7:8080/secret", true, "inside"],
            "manual": 302,
            "missing": 404,
            "late": ["TimeoutError", "The operation was aborted due to timeout", null],
            "unknown": ["TypeError", "fetch failed", "ENOTFOUND"],
            "round": ["TypeError", "fetch failed", "redirect count exceeded"],
            "refused": ["TypeError", "fetch failed", "unexpected redirect"],
            "address": { "address": "10.0.0.7", "family": 4 },
            "nowhere": ["Error", "getaddrinfo ENOTFOUND evil.example", "there is no host `evil.example`"],
        });
        assert_eq!(value_with(&javascript(code), &network), expected);
        let log = network.log();
        assert!(log.requests.iter().any(|request| request.host == "evil.example" && request.status.is_none()));
        assert!(log.requests.iter().any(|request| request.host == "10.0.0.7:8080"
            && request.headers.iter().all(|(name, _)| name != "authorization")));
        let posted = log.requests.iter().find(|request| request.method == "POST").unwrap();
        assert_eq!((posted.path.as_str(), posted.body.as_str(), posted.status), ("/hooks", "{\"a\":1}", Some(503)));
        assert!(posted.headers.contains(&("x-signature".to_owned(), "s".to_owned())), "{posted:?}");
    });
}

#[test]
fn python_opens_urls_of_the_virtual_network() {
    let code = r#"
import http.client, json, socket, time, urllib.error, urllib.request
def failure(work):
    try: return work()
    except OSError as error: return [type(error).__name__, str(getattr(error, "reason", error))]
def f():
    with urllib.request.urlopen("https://api.example.com/users/1") as response:
        user = [response.status, response.headers["content-type"], json.load(response)]
    request = urllib.request.Request("https://api.example.com/hooks", data=b'{"a": 1}', headers={"X-Signature": "s"}, method="POST")
    busy = failure(lambda: urllib.request.urlopen(request))
    hook = urllib.request.urlopen(request).status
    begun = time.time()
    slow = urllib.request.urlopen("https://api.example.com/slow").read().decode()
    took = round(time.time() - begun)
    moved = urllib.request.urlopen("https://api.example.com/moved")
    connection = http.client.HTTPSConnection("api.example.com", timeout=1)
    both = []
    for path in ("/users/1", "/nothing"):
        connection.request("GET", path)
        answer = connection.getresponse()
        both.append([answer.status, answer.reason, answer.read().decode()])
    return {
        "user": user, "busy": busy, "hook": hook, "slow": [slow, took], "moved": [moved.url, moved.read().decode()], "both": both,
        "late": failure(lambda: urllib.request.urlopen("https://api.example.com/slow", timeout=1)),
        "unknown": failure(lambda: urllib.request.urlopen("https://evil.example/")),
        "tricky": failure(lambda: urllib.request.urlopen("http://api.example.com@evil.example/")),
        "address": [socket.gethostbyname("internal.example"), socket.getaddrinfo("internal.example", 80)[0][4]],
        "nowhere": failure(lambda: socket.getaddrinfo("evil.example", 80)),
        "raw": failure(lambda: socket.create_connection(("api.example.com", 80))),
    }
"#;
    with_stack(|| {
        let network = network();
        let value = value_with(&python(code), &network);
        let expected = json!({
            "user": [200, "application/json", { "id": 1 }],
            "busy": ["HTTPError", "Service Unavailable"],
            "hook": 202,
            "slow": ["at last", 5],
            "moved": ["http://10.0.0.7:8080/secret", "inside"],
            "both": [[200, "OK", "{\"id\": 1}"], [404, "Not Found", ""]],
            "late": ["TimeoutError", "timed out"],
            "unknown": ["URLError", "[Errno 23] there is no host `evil.example`"],
            "tricky": ["URLError", "[Errno 23] there is no host `api.example.com@evil.example`"],
            "address": ["10.0.0.7", { "$tuple": ["10.0.0.7", 80] }],
            "nowhere": ["gaierror", "[Errno 23] there is no host `evil.example`"],
            "raw": ["OSError", "[Errno 40] there is no network in the sandbox"],
        });
        assert_eq!(value, expected);
        let log = network.log();
        let posted = log.requests.iter().find(|request| request.method == "POST").unwrap();
        assert_eq!(
            (posted.host.as_str(), posted.body.as_str(), posted.status),
            ("api.example.com", "{\"a\": 1}", Some(503))
        );
        assert!(posted.headers.contains(&("x-signature".to_owned(), "s".to_owned())), "{posted:?}");
    });
}

#[test]
fn without_a_network_nobody_is_reached() {
    let code = "
import urllib.request, urllib.error
def f():
    try: urllib.request.urlopen('http://api.example.com/')
    except urllib.error.URLError as error: return str(error.reason)
";
    assert_eq!(python(code).value(), json!("[Errno 40] there is no network in the sandbox"));
    let code = "export async function f() { try { await fetch('http://api.example.com/'); } catch (error) { return [error.name, error.message, error.cause.message]; } }";
    let told = "there is no network in the sandbox, so http://api.example.com/ cannot be reached";
    assert_eq!(javascript(code).value(), json!(["TypeError", "fetch failed", told]));
    with_stack(|| {
        let subject = subject(Language::Javascript, PRICING_JS, &Limits::default());
        let outside = Outside { subject: Some(subject), network: None };
        let outcome = ask(&javascript(code), outside, &[Request::Load, call("f", &[])]);
        let told = json!(["TypeError", "fetch failed", "there is no network in the sandbox"]);
        assert_eq!(outcome.answer, Ok(Answer::Value(told)), "a subject is no network");
    });
}
