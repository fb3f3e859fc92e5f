import re
import secrets

from flask import Flask, request

app = Flask(__name__)
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # those that are not mistaken for others on a poster
OWN_HOST = "go.example.org"
ADDRESS = re.compile(r"(https?)://([a-z0-9.-]*[a-z0-9])(?::(\d{1,5}))?([/?#][!-~]*)?", re.IGNORECASE | re.ASCII)
USUAL_PORTS = {"http": 80, "https": 443}
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


def new_code():
    """Return a code that no link has."""
    while True:
        code = "".join(secrets.choice(SIGNS) for _ in range(6))
        if code not in links:
            return code


@app.post("/links")
def add_link():
    link = {"code": new_code(), "url": request.get_json()["url"]}
    links[link["code"]] = link
    return link, 201, {"Location": f"/links/{link['code']}"}


@app.get("/links/<code>")
def show_link(code):
    if code not in links:
        return {"error": "no such link"}, 404
    return links[code]


@app.get("/<code>")
def follow(code):
    if code not in links:
        return {"error": "no such link"}, 404
    return "", 302, {"Location": links[code]["url"]}
