//! Nothing of the host is reachable, and two guests share nothing.

use sandbox::Answer;
use serde_json::json;

use crate::{javascript, python};

#[test]
fn there_is_nothing_outside_the_virtual_tree() {
    let code = "
import os
def f():
    found = []
    for path in ['/etc/passwd', '../../etc/passwd', '/code/../../etc/passwd', '/proc/self/environ', '/dev/null', '/home', '~', '/lib/../../etc', '//etc/passwd', '/code/\\u2025/x']:
        for attempt in (open, os.listdir, os.stat):
            try:
                attempt(path)
                found.append(path)
            except OSError:
                pass
    return found, sorted(os.listdir('/')), sorted(os.listdir('/code')), dict(os.environ), os.getcwd()
";
    assert_eq!(
        python(code).value(),
        json!({ "$tuple": [[], ["code", "data", "lib", "tmp"], ["main.py"], {}, "/code"] })
    );
}

#[test]
fn links_lead_nowhere() {
    let code = "
import os
def f():
    failed = 0
    for attempt in (lambda: os.symlink('/etc', '/tmp/x'), lambda: os.link('/code/main.py', '/tmp/y'), lambda: os.readlink('/code')):
        try: attempt()
        except OSError: failed += 1
    return failed
";
    assert_eq!(python(code).value(), json!(3));
}

#[test]
fn code_and_library_cannot_be_written() {
    let code = "
import os
def f():
    done = []
    attempts = [lambda: open('/code/main.py', 'w'), lambda: open('/code/new.py', 'w'), lambda: open('/lib/json/__init__.py', 'a'), lambda: os.remove('/code/main.py'),
                lambda: os.mkdir('/code/x'), lambda: os.rename('/code/main.py', '/tmp/main.py'), lambda: os.rmdir('/lib'), lambda: os.truncate('/code/main.py', 0), lambda: open('/new', 'w')]
    for number, attempt in enumerate(attempts):
        try:
            attempt()
            done.append(number)
        except OSError: pass
    return done, len(open('/code/main.py').read()) > 100
";
    assert_eq!(python(code).value(), json!({ "$tuple": [[], true] }));
}

#[test]
fn what_one_guest_writes_no_other_sees() {
    let writer = "
import builtins, json, os
def f():
    builtins.marker = json.marker = 'here'
    before = os.path.exists('/tmp/marker')
    with open('/tmp/marker', 'w') as file: file.write('marker')
    return [before, hasattr(json, 'seen')]
";
    for _ in 0..3 {
        assert_eq!(python(writer).value(), json!([false, false]));
    }
    let reader = "
import builtins, json
def f(): return hasattr(builtins, 'marker') or hasattr(json, 'marker')
";
    assert_eq!(python(reader).value(), json!(false));
    let code = "export function f() { const before = globalThis.marker ?? Array.prototype.marker; globalThis.marker = Array.prototype.marker = 1; return before; }";
    for _ in 0..3 {
        assert_eq!(javascript(code).value(), json!(null));
    }
}

#[test]
fn there_is_a_little_room_to_write() {
    let code = "
import os, tempfile
def f():
    with open('/data/notes.txt', 'w') as file: file.write('one\\n')
    with open('/data/notes.txt', 'a') as file: file.write('two\\n')
    os.mkdir('/data/folder')
    os.rename('/data/notes.txt', '/data/folder/notes.txt')
    with tempfile.NamedTemporaryFile('w+') as file:
        file.write('x' * 10000)
        file.seek(5)
        rest = len(file.read())
    full = False
    try:
        with open('/tmp/big', 'wb') as file: file.write(bytes(8 << 20))
    except OSError: full = True
    return [open('/data/folder/notes.txt').read(), rest, os.listdir('/data'), full]
";
    assert_eq!(python(code).value(), json!(["one\ntwo\n", 9995, ["folder"], true]));
}

#[test]
fn randomness_follows_the_seed() {
    let code = "import random, uuid, os\ndef f(): return [random.random(), str(uuid.uuid4()), os.urandom(4).hex()]";
    let first = python(code).value();
    assert_eq!(python(code).value(), first);
    let other = python(code).seed(7).value();
    assert_eq!(python(code).seed(7).value(), other);
    for index in 0..3 {
        assert_ne!(first[index], other[index]);
    }
    let code = "export function f() { return [Math.random(), crypto.randomUUID()]; }";
    let first = javascript(code).value();
    assert_eq!(javascript(code).value(), first);
    let other = javascript(code).seed(7).value();
    assert!(first[0] != other[0] && first[1] != other[1]);
}

#[test]
fn the_clock_starts_alike() {
    let outcome =
        python("import datetime\nprint(datetime.datetime.now(datetime.UTC).isoformat(timespec='seconds'))").run();
    assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Ended(0)), "2026-01-01T00:00:00+00:00\n"));
    let outcome = javascript("console.log(new Date().toISOString().slice(0, 19))").run();
    assert_eq!((outcome.answer, outcome.stdout.as_str()), (Ok(Answer::Ended(0)), "2026-01-01T00:00:00\n"));
}

#[test]
fn there_is_no_network_and_no_other_process() {
    let code = "
def f():
    failed = []
    for attempt in ('import socket; socket.create_connection((\"127.0.0.1\", 80))', 'import subprocess; subprocess.run([\"ls\"])', 'import os; os.system(\"ls\")', 'import ctypes', 'import threading; threading.Thread(target=print).start()'):
        try: exec(attempt)
        except BaseException as error: failed.append(type(error).__name__)
    return len(failed)
";
    assert_eq!(python(code).value(), json!(5));
}
