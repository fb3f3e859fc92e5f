"""The host's side of a Python guest: takes a request, runs the learner's code, answers with what came of it.

Runs once while the snapshot is made, and then waits in `answer`. All it needs is imported and bound to names of its own before
any code of a learner runs. What such code can still bend is the answer itself, and that is all an answer can ever be: the host
compares it, and nothing here knows what is expected.
"""

import sys

sys.path[:] = ["/lib"]

import abc, ast, asyncio, atexit, base64, bisect, builtins, calendar, codecs, collections, collections.abc, contextlib, copy, csv, dataclasses
import datetime, decimal, enum, fractions, functools, gc, hashlib, heapq, hmac, html, inspect, io, ipaddress, itertools, json
import json.decoder, json.encoder, json.scanner, keyword, linecache, math, numbers, operator, os, pathlib, pprint, random, re, secrets, selectors, sqlite3, statistics
import string, struct, tempfile, textwrap, time, tokenize, traceback, types, typing, unicodedata, unittest, urllib.parse, uuid
import warnings, weakref, zlib
import _kdf, _sitebuiltins, _strptime

CODE = "/code/"
LIBRARY_FOLDERS = ["/lib", "/lib/site-packages"] if os.path.isdir("/lib/site-packages") else ["/lib"]
MAX_DEPTH = 50  # of a value; the host's JSON reader takes 128 levels, and a tag takes one more for each of ours
MAX_TRACE = 8_000  # characters

# CPython has these two only where it has OpenSSL.
hashlib.pbkdf2_hmac, hashlib.scrypt = _kdf.pbkdf2_hmac, _kdf.scrypt

builtins.exit = _sitebuiltins.Quitter("exit", "Ctrl-D (i.e. EOF)")
builtins.quit = _sitebuiltins.Quitter("quit", "Ctrl-D (i.e. EOF)")

# What was printed is kept when a program is stopped: so each line goes out when it ends.
sys.stdout.reconfigure(line_buffering=True)

stdout, stderr = sys.stdout, sys.stderr
modules = sys.modules
# The C halves of `json`, with nothing in them that a later assignment to a name of `json` would change.
json_pieces = json.encoder.c_make_encoder(None, None, json.encoder.c_encode_basestring_ascii, None, ":", ",", False, False, False)
scan_json = json.scanner.c_make_scanner(json.JSONDecoder())
b64encode, b64decode = base64.b64encode, base64.b64decode
date, datetime_, isfinite, seed_random = datetime.date, datetime.datetime, math.isfinite, random.seed
TracebackException, StackSummary, ModuleType = traceback.TracebackException, traceback.StackSummary, types.ModuleType
run_exit_functions = atexit._run_exitfuncs
run_coroutine = asyncio.run

loaded = None  # the learner's module, after "load"


class UnsupportedValue(Exception):
    """What a function returned has no place in the values contract."""


def include(script):
    """Runs another script of ours as if it stood here."""
    with open(CODE + script, "rb") as source:
        exec(compile(source.read(), "<backroad>", "exec"), globals())


include("absent.py")


# asyncio: its loops wait for sockets, of which there are none; so waiting is all that is left.


class VirtualSelector(selectors.SelectSelector):
    """Waits for nothing but time, which the virtual clock passes at once."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("the event loop waits for something that can never come")
        if timeout > 0:
            time.sleep(timeout)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop without the socket pair by which others wake it: there is nobody else."""

    def __init__(self):
        super().__init__(VirtualSelector())

    def _make_self_pipe(self):
        pass

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass

    async def getaddrinfo(self, *args, **kwargs):
        unreachable()


class VirtualLoopPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


asyncio.set_event_loop_policy(VirtualLoopPolicy())


# Values: tagged JSON to Python and back.


def from_tagged(value):
    if isinstance(value, list):
        return [from_tagged(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        [(tag, content)] = value.items()
        if tag == "$null":
            return None
        if tag == "$bytes":
            return b64decode(content)
        if tag == "$big":
            return int(content)
        if tag == "$float":
            return float(content)
        if tag == "$date":
            return datetime_.fromisoformat(content) if "T" in content else date.fromisoformat(content)
        if tag == "$set":
            return {from_tagged(item) for item in content}
        if tag == "$tuple":
            return tuple(from_tagged(item) for item in content)
        if tag == "$object":
            value = content
    return {key: from_tagged(item) for key, item in value.items()}


def to_tagged(value, inside=()):
    if value is None or value is True or value is False:
        return value
    if isinstance(value, int):
        value = int(value)
        return value if -(2**63) <= value < 2**63 else {"$big": decimal_digits(value)}
    if isinstance(value, float):
        if isfinite(value):
            return float(value)
        return {"$float": "nan" if value != value else "inf" if value > 0 else "-inf"}
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"$bytes": b64encode(value).decode()}
    if isinstance(value, date):  # a datetime is one too
        return {"$date": value.isoformat().replace("+00:00", "Z")}

    if len(inside) >= MAX_DEPTH:
        raise UnsupportedValue(f"the returned value is nested more than {MAX_DEPTH} levels deep")
    if any(outer is value for outer in inside):
        raise UnsupportedValue(f"the returned {type_name(value)} contains itself")
    inside = (*inside, value)
    if isinstance(value, tuple):
        return {"$tuple": [to_tagged(item, inside) for item in value]}
    if isinstance(value, list):
        return [to_tagged(item, inside) for item in value]
    if isinstance(value, (set, frozenset)):
        return {"$set": [to_tagged(item, inside) for item in value]}
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise UnsupportedValue(f"a dictionary was returned with a key of type {type_name(key)}; only str can be a key here")
        tagged = {plain_text(key): to_tagged(item, inside) for key, item in value.items()}
        if len(tagged) == 1 and next(iter(tagged)).startswith("$"):
            return {"$object": tagged}
        return tagged
    raise UnsupportedValue(f"a value of type {type_name(value)} was returned; return None, bool, int, float, str, bytes, a list, tuple, set, dict or datetime")


def decimal_digits(value):
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return str(value)
    finally:
        sys.set_int_max_str_digits(limit)


def plain_text(value):
    try:
        str.encode(value)
    except UnicodeEncodeError:
        raise UnsupportedValue("text with half of a surrogate pair was returned, which no encoding can carry") from None
    return str.__str__(value)


def type_name(value):
    return type(value).__qualname__


# Exceptions, as a learner should see them.


def learners_own(error, seen=None):
    """Keeps the learner's frames of a traceback, in the files' own names."""
    seen = set() if seen is None else seen
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    frames = [frame for frame in error.stack if frame.filename.startswith(CODE)]
    for frame in frames:
        frame.line  # read the source before the name changes
        frame.filename = frame.filename.removeprefix(CODE)
    error.stack[:] = frames
    if getattr(error, "filename", None):
        error.filename = error.filename.removeprefix(CODE)
    learners_own(error.__cause__, seen)
    learners_own(error.__context__, seen)
    for inner in error.exceptions or ():
        learners_own(inner, seen)


def describe(error):
    """The type's name, the message and the traceback of an exception, whatever its own methods do."""
    kind = type_name(error)
    explain_missing_module(error)
    try:
        message = str(error)
    except BaseException:
        message = "(its message cannot be shown)"
    try:
        shown = TracebackException.from_exception(error, compact=True)
        learners_own(shown)
        trace = "".join(shown.format())
    except BaseException:
        trace = f"{kind}: {message}\n"
    if isinstance(error, SyntaxError) and error.msg:
        message = error.msg
    if len(trace) > MAX_TRACE:
        half = MAX_TRACE // 2
        trace = f"{trace[:half]}\n  …\n{trace[-half:]}"
    return kind, sendable(message[:MAX_TRACE]), sendable(trace)


def sendable(text):
    return text.encode("utf-8", "backslashreplace").decode()


def raised(error):
    kind, message, trace = describe(error)
    return {"raised": {"type": kind, "message": message, "trace": trace}}


def unparsed(error):
    kind, message, trace = describe(error)
    return {"syntax": {"message": f"{kind}: {message}", "trace": trace}}


def is_in_learners_files(error):
    return isinstance(error, SyntaxError) and (error.filename or "").startswith(CODE)


# Requests.


def execute(file, name):
    """Runs a file as the module `name`."""
    path = CODE + file
    with open(path, "rb") as source:
        code = compile(source.read(), path, "exec", dont_inherit=True)
    module = ModuleType(name)
    module.__file__ = path
    module.__builtins__ = builtins
    modules[name] = module
    exec(code, module.__dict__)
    return module


def exit_code(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    print(error.code, file=stderr)
    return 1


def run(request):
    code = 0
    try:
        execute(request["file"], "__main__")
    except SystemExit as error:
        code = exit_code(error)
    except BaseException as error:
        if is_in_learners_files(error):
            return unparsed(error)
        if isinstance(error, MemoryError):
            return raised(error)  # the host says which limit that was
        flush()
        stderr.write(describe(error)[2])
        code = 1
    run_exit_functions()
    return {"ended": code}


def load(request):
    global loaded
    try:
        loaded = execute(request["file"], request["file"].rsplit(".", 1)[0])
    except BaseException as error:
        return unparsed(error) if is_in_learners_files(error) else raised(error)
    return {"loaded": True}


async def as_coroutine(awaitable):
    return await awaitable


def call(request):
    name = request["function"]
    function = getattr(loaded, name, None)
    if not callable(function):
        return {"missing": name}
    try:
        args = [from_tagged(argument) for argument in request["args"]]
        value = function(*args)
        if hasattr(type(value), "__await__"):
            value = run_coroutine(as_coroutine(value))
        return {"value": to_tagged(value)}
    except BaseException as error:
        return raised(error)


def flush():
    for stream in (stdout, stderr):
        try:
            stream.flush()
        except BaseException:
            pass  # the learner closed it; what was printed before is out


for script in ("wsgi.py", "bridge.py", "network.py", "tests.py", "check.py"):
    include(script)

OPERATIONS = {"run": run, "load": load, "call": call, "http": handle_http, "tests": run_tests, "check": check}


def encode_json(reply):
    return "".join(json_pieces(reply, 0)).encode()


def answer(message):
    request, _ = scan_json(message.decode(), 0)
    if request["op"] in ("run", "load", "tests"):
        sys.path[:] = ["/code", *LIBRARY_FOLDERS]
        sys.argv[:] = [request["file"], *request.get("args", ())]
    seed_random(request["seed"])
    reply = OPERATIONS[request["op"]](request)
    flush()
    try:
        return encode_json(reply)
    except BaseException as error:
        return encode_json(raised(error))


# The interpreter adapts its code to what it has seen. What it learns here, no guest has to learn, nor copy the pages for it.


def warm_up():
    global loaded
    for _ in range(100):
        answer(b'{"op":"load","file":"warm_up.py","seed":1}')
        answer(b'{"op":"call","function":"combine","args":[[1,2.5,"three",null,true],{"key":{"$bytes":"AA=="}}],"seed":1}')
        answer(b'{"op":"call","function":"fail","args":[],"seed":1}')
        answer(b'{"op":"run","file":"warm_up.py","seed":1}')
    for _ in range(20):
        answer(b'{"op":"tests","file":"warm_up_tests.py","module":"pricing","exports":["total"],"seed":1}')
    loaded = None
    for name in ("warm_up", "warm_up_tests", "pricing", "__main__"):
        del modules[name]
    sys.path[:] = LIBRARY_FOLDERS
    sys.argv[:] = [""]
    sys.path_importer_cache.pop("/code", None)
    linecache.clearcache()
    gc.collect()


# The libraries, if the guest has any: each one's script imports it, and runs what a learner's first request would have to learn.

sys.path[:] = LIBRARY_FOLDERS
if len(LIBRARY_FOLDERS) > 1:
    library_names += sorted(name for name in os.listdir(LIBRARY_FOLDERS[1]) if name.isidentifier() and name != "__pycache__")
for script in sorted(os.listdir(CODE)):
    if script.startswith("library-"):
        include(script)

warm_up()
