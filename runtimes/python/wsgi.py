"""The `http` operation: a request to the learner's WSGI callable `app` (PEP 3333), and the response that came back."""

import http, logging, urllib.parse

unquote_to_bytes, BytesIO = urllib.parse.unquote_to_bytes, io.BytesIO


class WsgiError(Exception):
    """The application did not keep to PEP 3333."""

    __module__ = "builtins"  # a traceback shows no name of ours before it


def environ_of(request):
    path, _, query = request["path"].partition("?")
    body = b64decode(request["body"])
    environ = {
        "REQUEST_METHOD": request["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "REQUEST_URI": request["path"],
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "CONTENT_LENGTH": str(len(body)) if body else "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    sent = {}
    for name, value in request["headers"]:
        name = name.upper().replace("-", "_")
        sent.setdefault(name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}", []).append(value)
    for name, values in sent.items():
        environ[name] = ("; " if name == "HTTP_COOKIE" else ", ").join(values)
    return environ


class Exchange:
    """What an application says of one response, in the order in which PEP 3333 allows it."""

    def __init__(self):
        self.status = None
        self.headers = []
        self.body = []

    def start_response(self, status, headers, exc_info=None):
        if exc_info:
            if self.body:
                raise exc_info[1].with_traceback(exc_info[2])
        elif self.status is not None:
            raise WsgiError("start_response() was called twice without exc_info")
        if not isinstance(status, str) or not re.fullmatch(r"[1-9]\d\d( .*)?", status):
            raise WsgiError(f"the status must be text such as '200 OK', and is {status!r}")
        if not isinstance(headers, list):
            raise WsgiError(f"the headers must be a list, and are a {type_name(headers)}")
        for header in headers:
            if not (isinstance(header, tuple) and len(header) == 2 and all(isinstance(part, str) for part in header)):
                raise WsgiError(f"each header must be a tuple of two texts; one is {header!r}")
            if not re.fullmatch(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+", header[0]) or re.search(r"[\x00-\x08\x0a-\x1f\x7f]", header[1]):
                raise WsgiError(f"the header {header!r} has characters that no header may have")
        self.status = int(status[:3])
        self.headers = list(headers)
        return self.write

    def write(self, chunk):
        if not isinstance(chunk, bytes):
            raise WsgiError(f"the body must be made of bytes, and has a {type_name(chunk)}")
        if self.status is None:
            raise WsgiError("the body began before start_response() was called")
        if chunk:
            self.body.append(chunk)


def handle_http(request):
    app = getattr(loaded, "app", None)
    if not callable(app):
        return {"missing": "app"}
    exchange = Exchange()
    try:
        chunks = app(environ_of(request["request"]), exchange.start_response)
        try:
            if chunks is None:
                raise WsgiError("app must return an iterable of bytes, and returned None")
            if isinstance(chunks, str):
                raise WsgiError("app must return an iterable of bytes, and returned text")
            for chunk in chunks:
                exchange.write(chunk)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        if exchange.status is None:
            raise WsgiError("app returned without calling start_response()")
        headers = [[plain_text(name).lower(), plain_text(value)] for name, value in exchange.headers]
        return {"response": {"status": exchange.status, "headers": headers, "body": b64encode(b"".join(exchange.body)).decode()}}
    except BaseException as error:
        return raised(error)


def format_exception(self, exc_info):
    """What a log says of an exception: as everywhere, the learner's own lines."""
    return describe(exc_info[1])[2].rstrip("\n")


logging.Formatter.formatException = format_exception
