"""Fetches packages, and writes lock files."""

import base64
import hashlib

GOOD = b"export const pad = (text) => text;\n"
BAD = b"export const pad = (text) => steal(text);\n"
URL = "https://registry.example.org/pad-1.3.0.tgz"


def sri(content, algorithm="sha512"):
    return f"{algorithm}-{base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


def fetched(content=GOOD, name="pad", version="1.3.0", url=URL):
    return {"name": name, "version": version, "url": url, "content": base64.b64encode(content).decode()}


def lock(integrity=sri(GOOD), name="pad", version="1.3.0", url=URL):
    entry = {"version": version, "url": url}
    if integrity is not None:
        entry["integrity"] = integrity
    return {name: entry, "other": {"version": "2.0.0", "url": "https://registry.example.org/other-2.0.0.tgz", "integrity": sri(b"other")}}


def verdict(subject, package, locked):
    try:
        return subject.call("check", package, locked)
    except Exception as error:
        kind = type(error).__name__
        assert kind.endswith(("ValueError", "RangeError")), f"{kind}: {error}"
        return "refused"


def accepts(subject, package, locked, what):
    assert verdict(subject, package, locked) == "ok", f"refused: {what}"


def refuses(subject, package, locked, what):
    assert verdict(subject, package, locked) == "refused", f"accepted: {what}"


def accepts_locked(subject):
    accepts(subject, fetched(), lock(), "what the lock file says")
    accepts(subject, {**fetched(b"other", "other", "2.0.0"), "url": "https://registry.example.org/other-2.0.0.tgz"}, lock(), "another package of the lock file")


def refuses_other_bytes(subject):
    refuses(subject, fetched(BAD), lock(), "content that has another hash")
    refuses(subject, fetched(b""), lock(), "empty content")


def each_algorithm(subject):
    for algorithm in ("sha256", "sha384", "sha512"):
        accepts(subject, fetched(), lock(sri(GOOD, algorithm)), f"a hash by {algorithm}")
    accepts(subject, fetched(), lock(f"{sri(BAD)} {sri(GOOD)}"), "one of two hashes by sha512")
    accepts(subject, fetched(), lock(f"{sri(GOOD, 'sha1')} {sri(GOOD, 'sha256')}"), "a weak and a strong hash")


def no_hash(subject):
    for integrity in (None, "", "   "):
        refuses(subject, fetched(BAD), lock(integrity), f"integrity is {integrity!r}")


def weak_hash(subject):
    for algorithm in ("md5", "sha1"):
        refuses(subject, fetched(), lock(sri(GOOD, algorithm)), f"a hash by {algorithm} only")
    refuses(subject, fetched(), lock("none-x"), "an algorithm that does not exist")


def strongest(subject):
    refuses(subject, fetched(BAD), lock(f"{sri(GOOD)} {sri(BAD, 'sha256')}"), "sha256 fits, sha512 does not")
    refuses(subject, fetched(BAD), lock(f"{sri(BAD, 'sha256')} {sri(GOOD, 'sha384')}"), "sha256 fits, sha384 does not")


def another_version(subject):
    refuses(subject, fetched(version="1.3.1"), lock(), "version 1.3.1 where 1.3.0 is locked")
    refuses(subject, fetched(name="pad-helper"), lock(), "a package that is not in the lock file")
    refuses(subject, fetched(name="constructor"), lock(), "a package with the name constructor")
    refuses(subject, fetched(name="Pad"), lock(), "a package with other capitals")


def somewhere_else(subject):
    other = "https://public.example.net/pad-1.3.0.tgz"
    refuses(subject, fetched(url=other), lock(), "another address than the locked one")
    for url in (other, "http://registry.example.org/pad-1.3.0.tgz", "https://registry.example.org.attacker.example/pad.tgz"):
        refuses(subject, fetched(url=url), lock(url=url), f"a lock file with {url}")


def beginning(subject):
    whole = sri(GOOD)
    for integrity in (whole[:20], "sha512-", "sha512"):
        refuses(subject, fetched(), lock(integrity), f"integrity is {integrity!r}")
