"""Changes links, and computes signatures as somebody without the key would."""

import hashlib
import re


def link_for(subject, path, expires):
    link = subject.call("make_link", path, expires)
    found = re.search(r"sig=([0-9a-f]*)$", link)
    assert found, f"no signature in {link[:120]}"
    return link, found[1]


def opens(subject, path, expires, signature, now=100):
    return subject.call("may_fetch", f"{path}?expires={expires}&sig={signature}", now)


def another_path(subject):
    _, signature = link_for(subject, "/scans/12", 9000)
    assert not opens(subject, "/scans/13", 9000, signature), "the signature of /scans/12 opened /scans/13"
    assert not opens(subject, "/scans/1", 29000, signature), "the signature of /scans/12 until 9000 opened /scans/1 until 29000"


def longer_life(subject):
    _, signature = link_for(subject, "/scans/12", 1000)
    assert not opens(subject, "/scans/12", 99999, signature, now=2000), "a later time was written into the link, and it worked"


def beginning(subject):
    _, signature = link_for(subject, "/scans/12", 5000)
    for length in (1, 8, len(signature) - 1):
        assert not opens(subject, "/scans/12", 5000, signature[:length]), f"{length} digits of the signature were enough"
    assert not opens(subject, "/scans/12", 5000, signature + "00"), "a signature with digits behind it was accepted"


def without_key(subject):
    path, expires = "/scans/1871/12", 5000
    for name in ("md5", "sha1", "sha256"):
        for text in (path, f"{path}{expires}", f"{path}\n{expires}", f"{path}?expires={expires}", f"{expires}{path}"):
            guess = hashlib.new(name, text.encode()).hexdigest()
            assert not opens(subject, path, expires, guess), f"{name} of {text!r} was accepted as a signature"
