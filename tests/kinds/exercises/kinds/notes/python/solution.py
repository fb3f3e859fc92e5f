import json
import os
from urllib.parse import parse_qs

STORE = "/data/notes.json"


def read():
    if not os.path.exists(STORE):
        return []
    with open(STORE) as store:
        return json.load(store)


def app(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    headers = []

    def answer(status, body, kind="application/json"):
        headers.append(("Content-Type", kind))
        start_response(status, headers)
        return [body.encode()]

    if path == "/hello":
        name = parse_qs(environ["QUERY_STRING"]).get("name")
        if name:
            headers.append(("Set-Cookie", f"name={name[0]}; Path=/"))
        cookie = environ.get("HTTP_COOKIE", "name=stranger")
        return answer("200 OK", "hello " + cookie.split("=")[1], "text/plain")
    notes = read()
    if method == "POST":
        sent = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        note = {"id": len(notes) + 1, **json.loads(sent)}
        with open(STORE, "w") as store:
            json.dump(notes + [note], store)
        headers.append(("Location", f"/notes/{note['id']}"))
        return answer("201 Created", json.dumps(note))
    for note in notes:
        if path == f"/notes/{note['id']}":
            return answer("200 OK", json.dumps(note))
    return answer("404 Not Found", "{}")
