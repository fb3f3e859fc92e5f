"""Plays the operator who changes keys, and somebody with an old laptop."""

import hashlib
import hmac

A, B, C = "a" * 64, "b" * 64, "c3" * 40
BUILT_IN = b"greenhouse-default-key"


def signed(name, command, key):
    return f"{name}.{command}.{hmac.new(key, f'{name}.{command}'.encode(), hashlib.sha256).hexdigest()}"


def load(subject, text):
    subject.call("load_keys", {"SIGNING_KEYS": text})


def refuses(subject, text):
    try:
        load(subject, text)
    except Exception as error:
        assert type(error).__name__.endswith(("ValueError", "RangeError")), f"{type(error).__name__}: {error}"
        return str(error)
    raise AssertionError(f"accepted: {text[:60]!r}")


def dots(subject):
    load(subject, f"b2:{B}")
    for command in ("valve 2.5", "a.b.c.", ".", ""):
        text = subject.call("sign", command)
        got = subject.call("verify", text)
        assert got == command, f"signed {command!r}, verified {got!r}"


def changed(subject):
    load(subject, f"b2:{B},a1:{A}")
    text = subject.call("sign", "open window 3")
    name, command, signature = text.split(".")
    for other in (f"{name}.open window 4.{signature}", f"a1.{command}.{signature}", f"{name}.{command}.{'0' * 64}", f"{name}.{command}.", f"{name}.{command}",
                  "", ".", "..", "b2", f"{name}.{command}.{signature}é", f"constructor.{command}.{signature}"):
        assert subject.call("verify", other) is None, f"trusted: {other[:80]!r}"


def built_in(subject):
    for loaded in (False, True):
        if loaded:
            load(subject, f"b2:{B}")
        for name in ("default", "v1", "x", "", "constructor"):
            for key in (BUILT_IN, b""):
                assert subject.call("verify", signed(name, "open all", key)) is None, f"a command signed with a key from the code, id {name!r}, was trusted"


def retired(subject):
    load(subject, f"a1:{A}")
    text = subject.call("sign", "open window 3")
    load(subject, f"b2:{B}")
    assert subject.call("verify", text) is None, "a signature by a key that is no longer loaded was trusted"
    assert subject.call("verify", signed("a1", "open all", bytes.fromhex(A))) is None, "the retired key still signs"


def rotation(subject):
    load(subject, f"a1:{A}")
    old = subject.call("sign", "open window 3")
    load(subject, f"c3:{C},a1:{A}")
    assert subject.call("verify", old) == "open window 3", "a signature by the second key of the list was refused"
    new = subject.call("sign", "close")
    assert new == signed("c3", "close", bytes.fromhex(C)), f"the first key of the list does not sign: {new[:30]}"
    assert subject.call("verify", new) == "close", "a signature by the first key was refused"


def weak(subject):
    load(subject, f"a1:{A}")
    text = subject.call("sign", "open window 3")
    for wrong in ("", f"b2:{B[:62]}", f"b2:{B}b", "b2:", f"b2:{B},", f"b2:{B},c3:xyz", f"b2{B}", f"B2:{B}", f"b.2:{B}", f":{B}", f"b2:{B},b2:{A}", f"b2:{'g' * 64}", f"b2:{B}\n"):
        refuses(subject, wrong)
    assert subject.call("verify", text) == "open window 3", "after a refused setting the keys from before are gone"


def message(subject):
    for wrong in (f"b2:{'d7' * 20}", f"b2:{'d7' * 40},b2:{'d7' * 40}", f"B2:{'d7' * 40}"):
        assert "d7d7d7d7" not in refuses(subject, wrong), "the message shows a key"
