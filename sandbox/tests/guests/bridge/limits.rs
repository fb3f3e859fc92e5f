//! Who loops, floods, writes garbage, or asks where there is nobody to ask.

use super::*;

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
