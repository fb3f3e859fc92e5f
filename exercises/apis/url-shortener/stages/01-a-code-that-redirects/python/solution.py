import secrets

from flask import Flask, request

app = Flask(__name__)
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # those that are not mistaken for others on a poster
links = {}


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
