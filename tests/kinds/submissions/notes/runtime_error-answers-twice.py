def app(environ, start_response):
    start_response("200 OK", [])
    start_response("500 Oops", [])
    return [b"x"]
