import hashlib
import json
import re
import secrets
import sqlite3

from flask import Flask, request

app = Flask(__name__)
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # those that are not mistaken for others on a poster
OWN_HOST = "go.example.org"
ADDRESS = re.compile(r"(https?)://([a-z0-9.-]*[a-z0-9])(?::(\d{1,5}))?([/?#][!-~]*)?", re.IGNORECASE | re.ASCII)
USUAL_PORTS = {"http": 80, "https": 443}
ALIAS = re.compile(r"[a-z0-9][a-z0-9-]{1,28}[a-z0-9]")
RESERVED = {"links", "keys", "health", "problems"}

db = sqlite3.connect("/data/links.db")
db.row_factory = sqlite3.Row
db.executescript("""
    CREATE TABLE IF NOT EXISTS links (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL,
        label TEXT,
        visits INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX IF NOT EXISTS links_by_url ON links (url);
""")
if db.execute("PRAGMA user_version").fetchone()[0] < 1:  # a new file, or one from before there were keys
    db.executescript("""
        BEGIN;
        CREATE TABLE keys (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE);
        ALTER TABLE links ADD COLUMN owner INTEGER REFERENCES keys (id);
        ALTER TABLE links ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
        PRAGMA user_version = 1;
        COMMIT;
    """)


def find_code(code):
    """Return the link with this code, also if it is gone, or None."""
    return db.execute("SELECT * FROM links WHERE code = ?", (code,)).fetchone()


def find_url(url):
    """Return the oldest link to this address that is not gone, or None."""
    return db.execute("SELECT * FROM links WHERE url = ? AND gone = 0 ORDER BY id LIMIT 1", (url,)).fetchone()


def keep_link(code, url, label, owner):
    with db:
        db.execute("INSERT INTO links (code, url, label, owner) VALUES (?, ?, ?, ?)", (code, url, label, owner))


def count_visit(code):
    with db:
        db.execute("UPDATE links SET visits = visits + 1 WHERE code = ?", (code,))


def end_link(code):
    with db:
        db.execute("UPDATE links SET gone = 1 WHERE code = ?", (code,))


def digest(key):
    """Return what is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


class UnknownKey(Exception):
    """A request needs a key of ours and has none."""


def asked_by():
    """Return the id of the key that came with the request, or None if none came."""
    value = request.headers.get("Authorization")
    if value is None:
        return None
    scheme, _, key = value.partition(" ")
    row = db.execute("SELECT id FROM keys WHERE digest = ?", (digest(key),)).fetchone()
    if scheme.lower() != "bearer" or row is None:
        raise UnknownKey
    return row["id"]


def normal_address(text):
    """Return the address in its normal form, or None if we do not link to it."""
    found = ADDRESS.fullmatch(text) if isinstance(text, str) and len(text) <= 2000 else None
    if found is None:
        return None
    scheme, host, rest = found[1].lower(), found[2].lower(), found[4] or ""
    port = int(found[3] or USUAL_PORTS[scheme])
    if host == OWN_HOST or port > 65535:
        return None
    place = host if port == USUAL_PORTS[scheme] else f"{host}:{port}"
    return f"{scheme}://{place}{'' if rest.startswith('/') else '/'}{rest}"


def problem(status, title, **more):
    """Return an answer in the form of RFC 9457."""
    return {"title": title, "status": status, **more}, status, {"Content-Type": "application/problem+json"}


def shown(link):
    """Return what others see of a link."""
    return {field: link[field] for field in ("code", "url", "label", "visits")}


def missing(link):
    """Return the problem of a link that is not there, or None if it is."""
    if link is None:
        return problem(404, "There is no such link")
    if link["gone"]:
        return problem(410, "This link is gone")
    return None


def new_code():
    """Return a code that no link has."""
    while True:
        code = "".join(secrets.choice(SIGNS) for _ in range(6))
        if find_code(code) is None:
            return code


def is_label(value):
    return isinstance(value, str) and value.strip() != "" and len(value) <= 80


def is_alias(value):
    return isinstance(value, str) and ALIAS.fullmatch(value) is not None and value not in RESERVED


def check(data):
    """Return every rule that is broken."""
    errors = []
    if normal_address(data.get("url")) is None:
        errors.append({"pointer": "#/url", "detail": "must be an http or https address that we link to"})
    if data.get("label") is not None and not is_label(data["label"]):
        errors.append({"pointer": "#/label", "detail": "must be a text of 1 to 80 signs"})
    if data.get("alias") is not None and not is_alias(data["alias"]):
        errors.append({"pointer": "#/alias", "detail": "must be a free word of 3 to 30 signs: a-z, 0-9, hyphens within"})
    return errors


@app.post("/keys")
def add_key():
    key = secrets.token_urlsafe(32)
    with db:
        db.execute("INSERT INTO keys (digest) VALUES (?)", (digest(key),))
    return {"key": key}, 201


@app.post("/links")
def add_link():
    owner = asked_by()
    try:
        data = json.loads(request.get_data())
    except ValueError:
        return problem(400, "The body is no JSON")
    if not isinstance(data, dict):
        return problem(400, "The body is no object")
    errors = check(data)
    if errors:
        kind = "https://go.example.org/problems/invalid-link"
        return problem(422, "The link is not valid", type=kind, errors=errors)

    url, alias = normal_address(data["url"]), data.get("alias")
    link = find_url(url) if alias is None else find_code(alias)
    if link is not None and (link["gone"] or link["url"] != url):
        return problem(409, "The alias is taken", type="https://go.example.org/problems/alias-taken")
    status = 200
    if link is None:
        code = alias or new_code()
        keep_link(code, url, data.get("label"), owner)
        link = find_code(code)
        status = 201
    return shown(link), status, {"Location": f"/links/{link['code']}"}


@app.get("/links/<code>")
def show_link(code):
    link = find_code(code)
    return missing(link) or shown(link)


@app.delete("/links/<code>")
def delete_link(code):
    owner, link = asked_by(), find_code(code)
    if owner is None:
        raise UnknownKey
    if refusal := missing(link):
        return refusal
    if link["owner"] != owner:
        return problem(403, "The link belongs to somebody else")
    end_link(code)
    return "", 204


@app.get("/<code>")
def follow(code):
    link = find_code(code)
    if refusal := missing(link):
        return refusal
    if request.method == "GET":  # a HEAD comes here too, and leads nobody away
        count_visit(code)
    return "", 302, {"Location": link["url"]}


@app.errorhandler(UnknownKey)
def unknown_key(error):
    body, status, headers = problem(401, "The key is missing or unknown")
    return body, status, headers | {"WWW-Authenticate": "Bearer"}


@app.errorhandler(404)
def unknown_path(error):
    return problem(404, "There is nothing at this address")
