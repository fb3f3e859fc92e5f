notes = []


def app(environ, start_response):
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    if path == "/notes" and method == "POST":
        length = int(environ.get("CONTENT_LENGTH") or 0)
        notes.append(environ["wsgi.input"].read(length))
        start_response("201 Created", [])
        return [b""]
    if path == "/notes" and method == "GET":
        start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"\n".join(notes)]
    start_response("404 Not Found", [])
    return [b""]
