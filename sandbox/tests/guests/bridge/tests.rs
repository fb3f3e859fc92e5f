//! A learner's tests, whose subject is in another guest.

use super::*;

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
