"""Reads the page's data as the map does."""

import json
import re

STRANGE = [
    {"title": "</script><script>steal()</script>", "price_cents": 1, "photo": "", "note": "<!--<script>"},
    {"title": "Ampère & Söhne \\u003c \"quoted\" \\", "price_cents": 250, "photo": "https://img.example.org/2.jpg", "note": "a > b\nc"},
]


def data_of(page):
    start = page.index('<script type="application/json" id="offers">') + len('<script type="application/json" id="offers">')
    end = re.search(r"(?i)</script", page[start:])
    assert end, "the data's script has no end"
    return page[start:start + end.start()]


def readable(subject):
    for offers in ([], STRANGE[1:], [{"title": "Chair", "price_cents": 100, "photo": "", "note": "50 % off; it's blue"}]):
        data = data_of(subject.call("page", offers, "n"))
        try:
            got = json.loads(data)
        except ValueError as error:
            raise AssertionError(f"the data is no JSON: {error}: {data[:120]}") from None
        assert got == offers, f"the map would read {got!r}"


def no_markup_in_the_data(subject):
    data = data_of(subject.call("page", STRANGE, "n"))
    try:
        got = json.loads(data)
    except ValueError:
        raise AssertionError(f"the browser sees the end of the script after {data[-60:]!r}") from None
    assert got == STRANGE, f"the map would read {got!r}"
    for sign in "<>&":
        assert sign not in data, f"{sign} stands in the data"
