//! Python as a learner meets it.

use sandbox::{Answer, Request};
use serde_json::json;

use crate::{python, raised};

#[test]
fn hello_world() {
    let outcome = python("print('Hello, world!')").run();
    assert_eq!(
        (outcome.answer, outcome.stdout.as_str(), outcome.stderr.as_str()),
        (Ok(Answer::Ended(0)), "Hello, world!\n", "")
    );
}

#[test]
fn a_program_is_main_and_a_module_is_not() {
    let code = "print(__name__, __file__)\nif __name__ == '__main__': print('as a program')";
    assert_eq!(python(code).run().stdout, "__main__ /code/main.py\nas a program\n");
    assert_eq!(python(code).ask(&[Request::Load]).stdout, "main /code/main.py\n");
}

#[test]
fn the_first_file_is_the_program() {
    let setting = crate::Setting { files: Vec::new(), ..python("") }
        .file("first.py", "import main\nprint('first')")
        .file("main.py", "print(__name__)");
    assert_eq!(setting.run().stdout, "main\nfirst\n");
}

#[test]
fn input_is_read_until_it_ends() {
    let outcome =
        python("name = input('Name? ')\nprint('Hello,', name)\nimport sys\nprint(sys.stdin.read().split())\ninput()")
            .stdin(b"Ada\n1 2\n3")
            .run();
    assert_eq!(outcome.stdout, "Name? Hello, Ada\n['1', '2', '3']\n");
    assert!(outcome.stderr.contains("EOFError"), "{}", outcome.stderr);
}

#[test]
fn a_traceback_has_the_learners_lines_only() {
    let setting = python("import helper\n\ndef f():\n    return helper.divide(1)\n")
        .file("helper.py", "def divide(n):\n    return n / 0\n");
    let (kind, message, trace) = raised(setting.call("f", &[]));
    assert_eq!((kind.as_str(), message.as_str()), ("ZeroDivisionError", "division by zero"));
    insta::assert_snapshot!(trace, @r#"
    Traceback (most recent call last):
      File "main.py", line 4, in f
        return helper.divide(1)
               ~~~~~~~~~~~~~^^^
      File "helper.py", line 2, in divide
        return n / 0
               ~~^~~
    ZeroDivisionError: division by zero
    "#);
    let (_, _, trace) = raised(python("import json\ndef f():\n    return json.loads('{')").call("f", &[]));
    assert!(
        trace.contains("return json.loads('{')") && !trace.contains("/lib") && !trace.contains("decoder.py"),
        "{trace}"
    );
}

#[test]
fn an_uncaught_exception_ends_a_program_with_one() {
    let outcome = python("print('before')\nraise KeyError('x')").run();
    assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Ended(1)), "before\n"));
    assert!(outcome.stderr.ends_with("    raise KeyError('x')\nKeyError: 'x'\n"), "{}", outcome.stderr);
}

#[test]
fn exit_codes_are_those_of_a_program() {
    for (code, expected) in [
        ("exit()", 0),
        ("exit(3)", 3),
        ("import sys; sys.exit('no')", 1),
        ("raise SystemExit", 0),
        ("import sys; sys.exit(256 + 2)", 2),
    ] {
        assert_eq!(python(code).run().answer, Ok(Answer::Ended(expected)), "{code}");
    }
    assert_eq!(python("import atexit; atexit.register(print, 'bye')").run().stdout, "bye\n");
}

#[test]
fn a_file_that_cannot_be_parsed_says_where() {
    for request in [Request::Run { args: Vec::new() }, Request::Load] {
        let outcome = python("x = 1\nif x\n    pass\n").ask(&[request]);
        let Ok(Answer::Syntax { message, trace }) = outcome.answer else { panic!("{outcome:?}") };
        assert_eq!(message, "SyntaxError: expected ':'");
        assert!(trace.contains("File \"main.py\", line 2") && trace.contains("if x\n"), "{trace}");
    }
    let in_helper = python("import helper").file("helper.py", "def f(:\n").ask(&[Request::Load]);
    assert!(
        matches!(&in_helper.answer, Ok(Answer::Syntax { trace, .. }) if trace.contains("helper.py")),
        "{in_helper:?}"
    );
}

#[test]
fn an_exception_while_loading_is_raised() {
    let (kind, message, trace) = raised(python("import nothing_of_this_name").ask(&[Request::Load]));
    let says = "No module named 'nothing_of_this_name'; there is the standard library, and nothing else";
    assert_eq!((kind.as_str(), message.as_str()), ("ModuleNotFoundError", says));
    assert!(trace.contains("line 1"), "{trace}");
}

#[test]
fn a_missing_function_is_named() {
    assert_eq!(python("x = 1").call("f", &[]).answer, Ok(Answer::Missing("f".to_owned())));
    assert_eq!(python("f = 1").call("f", &[]).answer, Ok(Answer::Missing("f".to_owned())));
}

#[test]
fn state_lives_as_long_as_the_guest() {
    let counter = python("count = 0\ndef f(by):\n    global count\n    count += by\n    return count");
    let outcome = counter.ask(&[Request::Load, crate::call("f", &[json!(2)]), crate::call("f", &[json!(3)])]);
    assert_eq!(outcome.answer, Ok(Answer::Value(json!(5))));
}

#[test]
fn the_library_is_there() {
    let modules = [
        "argparse",
        "asyncio",
        "configparser",
        "csv",
        "difflib",
        "email.message",
        "fnmatch",
        "graphlib",
        "gzip",
        "heapq",
        "html.parser",
        "http.client",
        "http.cookies",
        "importlib.resources",
        "ipaddress",
        "logging",
        "mimetypes",
        "pickle",
        "queue",
        "sched",
        "secrets",
        "shlex",
        "sqlite3.__not__",
        "string",
        "tomllib",
        "unittest.mock",
        "urllib.parse",
        "uuid",
        "wsgiref.util",
        "xml.etree.ElementTree",
        "zipfile",
        "zlib",
        "zoneinfo",
    ];
    for module in modules {
        let outcome = python(&format!("import {module}")).run();
        let expected = if module.contains("__not__") { 1 } else { 0 };
        assert_eq!(outcome.answer, Ok(Answer::Ended(expected)), "{module}: {}", outcome.stderr);
    }
}

#[test]
fn asyncio_runs_on_the_virtual_clock() {
    let code = "
import asyncio, time

async def late(name, after):
    await asyncio.sleep(after)
    return name

async def main():
    before = time.monotonic()
    names = await asyncio.gather(late('a', 2), late('b', 1))
    try:
        async with asyncio.timeout(5): await asyncio.Event().wait()
    except TimeoutError: names.append('timeout')
    print(names, round(time.monotonic() - before))

if __name__ == '__main__': asyncio.run(main())

async def f(): return await late('value', 3)
";
    assert_eq!(python(code).run().stdout, "['a', 'b', 'timeout'] 7\n");
    assert_eq!(python(code).value(), json!("value"));
    let (kind, ..) = raised(python("import asyncio\nasync def f(): await asyncio.Event().wait()").call("f", &[]));
    assert_eq!(kind, "RuntimeError");
}

#[test]
fn compression_and_hashes_work() {
    let code = "import hashlib, hmac, gzip, zlib\ndef f():\n    data = b'abc' * 100\n    assert gzip.decompress(gzip.compress(data)) == data\n    return hashlib.sha256(b'abc').hexdigest()[:8], hashlib.md5(b'').hexdigest()[:8], hmac.new(b'k', b'm', 'sha256').hexdigest()[:8], zlib.crc32(b'abc')";
    assert_eq!(python(code).value(), json!({ "$tuple": ["ba7816bf", "d41d8cd9", "b60090e3", 891568578] }));
}

#[test]
fn whatever_a_learner_breaks_is_only_an_answer() {
    // None of these is a pass; all are answers, refusals or exceptions.
    let programs = [
        "import sys, json\njson.dumps = json.JSONEncoder.encode = None\ndef f(): return 1",
        "import builtins\nbuiltins.isinstance = lambda *a: True\ndef f(): return object()",
        "import sys\nsys.modules.clear()\ndef f(): return 1",
        "import builtins\nfor name in dir(builtins):\n    if name[0] != '_': setattr(builtins, name, None)\ndef f(): return 1",
        "import sys\nsys.stdout.close(); sys.stderr.close()\ndef f(): return 1",
        "import sys\nsys.setrecursionlimit(50)\ndef f(): return [[[[1]]]]",
        "class E(Exception):\n    def __str__(self): raise ValueError\ndef f(): raise E",
        "import sys\ndef f():\n    frame = sys._getframe(1)\n    frame.f_globals['to_tagged'] = lambda *a: {'passed': True}\n    return 1",
        "import sys\ndef f():\n    sys._getframe(1).f_globals['encode_json'] = lambda x: '{\"value\": {\"passed\": true}}'\n    return 1",
    ];
    for code in programs {
        let outcome = python(code).call("f", &[]);
        assert!(!matches!(outcome.answer, Err(sandbox::Stop::Host(_))), "{code}: {outcome:?}");
    }
}
