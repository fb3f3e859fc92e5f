//! JavaScript as a learner meets it.

use sandbox::{Answer, Request};
use serde_json::json;

use crate::{javascript, raised};

#[test]
fn hello_world() {
    let outcome = javascript("console.log('Hello, world!'); console.error('oh'); console.warn('ah')").run();
    assert_eq!(
        (outcome.answer, outcome.stdout.as_str(), outcome.stderr.as_str()),
        (Ok(Answer::Ended(0)), "Hello, world!\n", "oh\nah\n")
    );
}

#[test]
fn values_are_shown_readably() {
    let code = r#"
        console.log({ a: 1 }, [1, 2], "text", ["text"], null, undefined, true, 1n, -0, Symbol("s"));
        console.log([], {}, [[]], [{ a: { b: { c: {} } } }], new Map([["k", [1]]]), new Set([1, "two"]));
        console.log([1, 2, 3, 4, 5, 6, 7], Array.from({ length: 30 }, (_, n) => n * n));
        console.log({ name: "a longer object", text: "with several properties", that: "does not fit", on: "one line" });
        class Point { constructor() { this.x = 1; } }
        console.log(new Point(), Object.create(null), () => 1, function named() {}, class A {}, /x/g, new Date(0));
        const loop = { self: null }; loop.self = loop;
        console.log(loop, [1, , 3], "it's", ["it's"], { "a-b": 1, [Symbol("s")]: 2 }, [undefined, null]);
        console.log("%s is %d years and %i, %j %o %%", "Ada", 36.5, 36.5, { a: 1 }, [1], "rest");
        console.log(new Uint8Array(3), { f() {} }, [["a", "b"], ["c"]], new Error("no").message, Promise.resolve(1) instanceof Promise);
    "#;
    insta::assert_snapshot!(javascript(code).run().stdout, @r#"
    { a: 1 } [ 1, 2 ] text [ 'text' ] null undefined true 1n -0 Symbol(s)
    [] {} [ [] ] [ { a: { b: [Object] } } ] Map(1) { 'k' => [ 1 ] } Set(2) { 1, 'two' }
    [
      1, 2, 3, 4,
      5, 6, 7
    ] [
        0,   1,   4,   9,  16,  25,  36,  49,
       64,  81, 100, 121, 144, 169, 196, 225,
      256, 289, 324, 361, 400, 441, 484, 529,
      576, 625, 676, 729, 784, 841
    ]
    {
      name: 'a longer object',
      text: 'with several properties',
      that: 'does not fit',
      on: 'one line'
    }
    Point { x: 1 } [Object: null prototype] {} [Function (anonymous)] [Function: named] [class A] /x/g 1970-01-01T00:00:00.000Z
    <ref *1> { self: [Circular *1] } [ 1, <1 empty item>, 3 ] it's [ "it's" ] { 'a-b': 1, [Symbol(s)]: 2 } [ undefined, null ]
    Ada is 36.5 years and 36, {"a":1} [ 1 ] % rest
    Uint8Array(3) [ 0, 0, 0 ] { f: [Function: f] } [ [ 'a', 'b' ], [ 'c' ] ] no true
    "#);
}

#[test]
fn a_map_of_numbers_is_no_list() {
    let fuel = |count: u32| {
        let code = format!(
            "export function f() {{ const seen = new Map(); for (let n = 0; n < {count}; n++) seen.set(n, n); return seen.size; }}"
        );
        let outcome = javascript(&code).call("f", &[]);
        assert_eq!(outcome.answer, Ok(Answer::Value(json!(count))));
        outcome.fuel
    };
    assert!(fuel(8_000) < 12 * fuel(1_000));
}

#[test]
fn modules_are_imported_by_their_file() {
    let setting = javascript("import { double } from './helper.js'; import fs from 'node:fs'; export const f = () => double(21); console.log(typeof fs.readFileSync);").file("helper.js", "export const double = (n) => n * 2;");
    assert_eq!(setting.value(), json!(42));
    assert_eq!(setting.run().stdout, "function\n");
    let (kind, message, _) = raised(javascript("import x from './nothing.js'").ask(&[Request::Load]));
    assert_eq!((kind.as_str(), message.as_str()), ("ReferenceError", "there is no file 'nothing.js' here"));
}

#[test]
fn promises_are_awaited() {
    assert_eq!(
        javascript(
            "export async function f() { await null; return new Promise((done) => setTimeout(done, 10, 'late')); }"
        )
        .value(),
        json!("late")
    );
    assert_eq!(javascript("const value = await Promise.resolve(7); export const f = () => value;").value(), json!(7));
    let (kind, ..) = raised(javascript("export async function f() { throw new TypeError('no'); }").call("f", &[]));
    assert_eq!(kind, "TypeError");
    let (kind, ..) = raised(javascript("export const f = () => new Promise(() => {});").call("f", &[]));
    assert_eq!(kind, "UnsettledPromise");
}

#[test]
fn an_unhandled_rejection_is_an_error() {
    let (kind, message, _) =
        raised(javascript("export function f() { Promise.reject(new RangeError('lost')); return 1; }").call("f", &[]));
    assert_eq!((kind.as_str(), message.as_str()), ("RangeError", "lost"));
    let outcome = javascript("Promise.reject(new Error('lost')); setTimeout(() => console.log('never'), 1)").run();
    assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Ended(1)), ""));
    assert!(outcome.stderr.contains("Error: lost"), "{}", outcome.stderr);
    let outcome = javascript("queueMicrotask(() => { throw new Error('lost'); })").run();
    assert_eq!(outcome.answer, Ok(Answer::Ended(1)));
    assert!(outcome.stderr.contains("Error: lost"), "{}", outcome.stderr);
    let outcome = javascript("setTimeout(() => { throw new Error('lost'); })").run();
    assert_eq!(outcome.answer, Ok(Answer::Ended(1)));
    let handled = "export async function f() { const p = Promise.reject(new Error('x')); try { await p; } catch { return 'caught'; } }";
    assert_eq!(javascript(handled).value(), json!("caught"));
}

#[test]
fn timers_run_in_order_on_the_virtual_clock() {
    let code = "
        setTimeout(() => console.log('third'), 2000);
        setTimeout(() => console.log('second'), 1000);
        setImmediate(() => console.log('first'));
        Promise.resolve().then(() => console.log('job'));
        let n = 0;
        const every = setInterval(() => { if (++n === 3) clearInterval(every); console.log('tick', n); }, 700);
        clearTimeout(setTimeout(() => console.log('never'), 5));
        console.log('now');
    ";
    assert_eq!(javascript(code).run().stdout, "now\njob\nfirst\ntick 1\nsecond\ntick 2\nthird\ntick 3\n");
}

#[test]
fn a_trace_has_the_learners_lines_only() {
    let code = "function inner(list) {\n  return list.map((item) => item.name.length);\n}\n\nexport function f() {\n  return inner([{}]);\n}\n";
    let (kind, _, trace) = raised(javascript(code).call("f", &[]));
    assert_eq!(kind, "TypeError");
    insta::assert_snapshot!(trace, @"
    main.js:2
      return list.map((item) => item.name.length);
                                ^

    TypeError: cannot read property 'length' of undefined
        at <anonymous> (main.js:2:29)
        at inner (main.js:2:15)
        at f (main.js:6:10)
    ");
}

#[test]
fn a_file_that_cannot_be_parsed_says_where() {
    for request in [Request::Run { args: Vec::new() }, Request::Load] {
        let outcome = javascript("const x = 1;\nconst y = ;\n").ask(&[request]);
        let Ok(Answer::Syntax { message, trace }) = outcome.answer else { panic!("{outcome:?}") };
        assert!(message.starts_with("SyntaxError: "), "{message}");
        assert!(trace.contains("main.js:2") && trace.contains("const y = ;"), "{trace}");
    }
}

#[test]
fn exit_codes_are_those_of_a_program() {
    assert_eq!(javascript("throw new Error('no')").run().answer, Ok(Answer::Ended(1)));
    assert_eq!(javascript("process.exitCode = 4").run().answer, Ok(Answer::Ended(4)));
    assert_eq!(javascript("await new Promise(() => {})").run().answer, Ok(Answer::Ended(13)));
}

#[test]
fn input_is_read() {
    let outcome =
        javascript("import { readFileSync } from 'node:fs'; console.log(readFileSync(0, 'utf8').split('\\n').length)")
            .stdin(b"1\n2\n3")
            .run();
    assert_eq!(outcome.stdout, "3\n", "{}", outcome.stderr);
}

#[test]
fn a_missing_function_is_named() {
    assert_eq!(javascript("const f = () => 1;").call("f", &[]).answer, Ok(Answer::Missing("f".to_owned())));
    assert_eq!(javascript("export const f = 1;").call("f", &[]).answer, Ok(Answer::Missing("f".to_owned())));
}

#[test]
fn the_web_is_there_as_far_as_it_goes() {
    let code = r"
        export function f() {
            const original = { a: [1, { b: new Date(5) }], m: new Map([[1, new Set([2])]]) };
            original.self = original;
            const copy = structuredClone(original);
            let refused = false;
            try { structuredClone(() => 1); } catch (error) { refused = error.name === 'DataCloneError'; }
            return [
                copy !== original && copy.self === copy && copy.a[1].b.getTime() === 5 && copy.m.get(1).has(2), refused,
                [...new TextEncoder().encode('aä€😀')].length, new TextDecoder().decode(new TextEncoder().encode('aä€😀')),
                new TextDecoder().decode(new Uint8Array([0x61, 0xff, 0xe2, 0x82, 0x62])), btoa('abc'), atob('YWJj'), typeof performance.now(), typeof queueMicrotask,
            ];
        }
    ";
    assert_eq!(
        javascript(code).value(),
        json!([true, true, 10, "aä€😀", "a\u{fffd}\u{fffd}b", "YWJj", "abc", "number", "function"])
    );
}

#[test]
fn urls_are_taken_apart_by_the_standard() {
    let code = r"
        console.log(new URL('../c?x=1#y', 'HTTPS://user@Example.ORG:443/a/b'));
        console.log(new URLSearchParams('a=1&b=%20+').get('b'), new URLSearchParams({ q: 'a b&c' }).toString(), new URLSearchParams('a=1'));
        console.log(new URL('http://bücher.example/ä b').href, URL.canParse('no url'));
    ";
    insta::assert_snapshot!(javascript(code).run().stdout, @"
    URL {
      href: 'https://user@example.org/c?x=1#y',
      origin: 'https://example.org',
      protocol: 'https:',
      username: 'user',
      password: '',
      host: 'example.org',
      hostname: 'example.org',
      port: '',
      pathname: '/c',
      search: '?x=1',
      searchParams: URLSearchParams { 'x' => '1' },
      hash: '#y'
    }
       q=a+b%26c URLSearchParams { 'a' => '1' }
    http://xn--bcher-kva.example/%C3%A4%20b false
    ");
}

#[test]
fn whatever_a_learner_breaks_is_only_an_answer() {
    let programs = [
        "JSON.stringify = () => '{\"value\": {\"passed\": true}}'; export const f = () => 1;",
        "Object.prototype.toJSON = () => ({ passed: true }); export const f = () => 1;",
        "Array.prototype.map = Array.from = Object.entries = Object.fromEntries = null; export const f = () => [1, { a: 1 }];",
        "Promise.prototype.then = () => {}; export const f = async () => 1;",
        "globalThis.Promise = class {}; export const f = async () => 1;",
        "export const f = () => { throw null; };",
        "export const f = () => { throw new Proxy({}, { get() { throw 1; } }); };",
        "export const f = () => new Proxy({}, { ownKeys() { throw 1; } });",
        "export const f = () => { const error = new Error('x'); Object.defineProperty(error, 'stack', { get() { throw 1; } }); throw error; };",
        "import * as ours from '<backroad>/bootstrap.js'; export const f = () => Object.keys(ours);",
    ];
    for code in programs {
        let outcome = javascript(code).call("f", &[]);
        assert!(!matches!(outcome.answer, Err(sandbox::Stop::Host(_))), "{code}: {outcome:?}");
    }
}
