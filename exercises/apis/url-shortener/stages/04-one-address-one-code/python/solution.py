import json
import re
import secrets

from flask import Flask, request

app = Flask(__name__)
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # those that are not mistaken for others on a poster
OWN_HOST = "go.example.org"
ADDRESS = re.compile(r"(https?)://([a-z0-9.-]*[a-z0-9])(?::(\d{1,5}))?([/?#][!-~]*)?", re.IGNORECASE | re.ASCII)
USUAL_PORTS = {"http": 80, "https": 443}
ALIAS = re.compile(r"[a-z0-9][a-z0-9-]{1,28}[a-z0-9]")
RESERVED = {"links", "keys", "health", "problems"}
links = {}


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


def new_code():
    """Return a code that no link has."""
    while True:
        code = "".join(secrets.choice(SIGNS) for _ in range(6))
        if code not in links:
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


def find_url(url):
    """Return the oldest link to this address, or None."""
    return next((link for link in links.values() if link["url"] == url), None)


@app.post("/links")
def add_link():
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
    link = find_url(url) if alias is None else links.get(alias)
    if link is not None and link["url"] != url:
        return problem(409, "The alias is taken", type="https://go.example.org/problems/alias-taken")
    status = 200
    if link is None:
        link = {"code": alias or new_code(), "url": url, "label": data.get("label")}
        links[link["code"]] = link
        status = 201
    return link, status, {"Location": f"/links/{link['code']}"}


@app.get("/links/<code>")
def show_link(code):
    if code not in links:
        return problem(404, "There is no such link")
    return links[code]


@app.get("/<code>")
def follow(code):
    if code not in links:
        return problem(404, "There is no such link")
    return "", 302, {"Location": links[code]["url"]}


@app.errorhandler(404)
def unknown_path(error):
    return problem(404, "There is nothing at this address")
