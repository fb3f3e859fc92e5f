def app(environ, start_response):
    start_response("501 Not Implemented", [("Content-Type", "text/plain")])
    return [b""]
