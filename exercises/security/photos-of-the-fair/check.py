"""Uploads photos, and other things."""

import re

JPEG = b"\xff\xd8\xff\xe0" + b"x" * 20
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20


def accepted(subject, name, content=JPEG):
    return subject.call("accept", name, content)


def own_paths(subject):
    for name in ("../index.html", "/etc/passwd", "..\\..\\index.jpg", "a/b/c.jpg", "photo.jpg", "", "\0.jpg"):
        path = accepted(subject, name)["path"]
        assert re.fullmatch(r"/srv/photos/[0-9a-f]{32}\.jpg", path), f"{name!r} is written to {path!r}"


def never_twice(subject):
    paths = [accepted(subject, "photo.jpg")["path"] for _ in range(20)]
    assert len(set(paths)) == 20, "two uploads have the same path"
    digits = [path.rpartition("/")[2].partition(".")[0] for path in paths]
    assert all(len(text) == 32 for text in digits), f"the path is {paths[0]!r}"
    assert all(len({text[place] for text in digits}) > 3 for place in range(32)), "parts of the paths are the same each time"


def endings(subject):
    for name in ("shell.php", "page.html", "photo.jpg.exe", "photo.png", "photo"):
        for content, ending, type in ((JPEG, ".jpg", "image/jpeg"), (PNG, ".png", "image/png")):
            got = accepted(subject, name, content)
            assert got["type"] == type == got["headers"]["Content-Type"], f"{name!r} with the bytes of a {ending} has the type {got['type']!r}"
            assert got["path"].endswith(ending) and got["path"].count(".") == 1, f"{name!r} with the bytes of a {ending} is written to {got['path']!r}"


def shown_names(subject):
    for name, wanted in (
        ("C:\\Users\\Ines\\fair.jpg", "fair.jpg"), ("/home/ines/fair.jpg", "fair.jpg"), ("../../fair.jpg", "fair.jpg"), ("a\r\nSet-Cookie: x.jpg", "aSet-Cookie: x.jpg"),
        ("  fair.jpg ", "fair.jpg"), ("", "photo"), ("folder/", "photo"), (" \x07\x7f ", "photo"), ("n" * 81, "n" * 80), ("n" * 80, "n" * 80),
    ):
        got = accepted(subject, name)["shown"]
        assert got == wanted, f"{name!r} is shown as {got!r}"


def sizes(subject):
    assert accepted(subject, "a.jpg", JPEG + b"x" * (2000 - len(JPEG)))["type"] == "image/jpeg", "2000 bytes are fine"
    try:
        accepted(subject, "a.jpg", JPEG + b"x" * (2001 - len(JPEG)))
    except Exception as error:
        assert type(error).__name__.endswith(("ValueError", "RangeError")), f"{type(error).__name__}: {error}"
    else:
        raise AssertionError("2001 bytes were accepted")
