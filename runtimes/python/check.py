"""The `check` operation: runs an author's function over a subject that is in another instance."""


class Checkable:
    """What a check gets: the code under test, to be called and asked."""

    def __init__(self):
        self._subject = Subject("subject")

    def call(self, name, *args):
        """What the subject's function returns; what it raises is raised here."""
        return self._subject.call(name, args)

    def request(self, method, path, *, headers=(), json=None, body=b""):
        """What the subject's service answers."""
        pairs = [[str(key), str(value)] for key, value in (headers.items() if isinstance(headers, dict) else headers)]
        if json is not None:
            body = json_text(json)
            if not any(key.lower() == "content-type" for key, _ in pairs):
                pairs.append(["content-type", "application/json"])
        if isinstance(body, str):
            body = body.encode()
        question = {"method": method, "path": path, "headers": pairs, "body": b64encode(body).decode()}
        return CheckResponse(self._subject.read(ask_host({"http": question}))["response"])

    def requests_made(self):
        """The requests that the subject made to the hosts of the test, in order."""
        return [MadeRequest(request) for request in self._subject.read(ask_host({"log": "all"}))["log"]]

    def exception(self, name):
        """The class of the exceptions of this name that come from the subject."""
        return self._subject.exception(name)


class CheckResponse:
    """A response: `status`, `headers` by their names in lower case, `body`, `text`, `json()`."""

    def __init__(self, response):
        self.status = response["status"]
        self.all_headers = [(key, value) for key, value in response["headers"]]
        self.headers = {}
        for key, value in self.all_headers:
            self.headers.setdefault(key.lower(), value)
        self.body = b64decode(response["body"])

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.body)


class MadeRequest:
    """A request that the subject made: `method`, `host`, `path`, `headers` by their names in lower case, `text`, `json()`, and
    `status`, that of the answer, or None where there is no such host."""

    def __init__(self, request):
        self.method, self.host, self.path, self.status = request["method"], request["host"], request["path"], request["status"]
        self.headers = {}
        for key, value in request["headers"]:
            self.headers.setdefault(key, value)
        self.text = request["body"]

    def json(self):
        return json.loads(self.text)


def json_text(value):
    return json.dumps(value)


def check(request):
    name = request["function"]
    function = getattr(loaded, name, None)
    if not callable(function):
        return {"missing": name}
    try:
        function(Checkable())
    except BaseException as error:
        kind, message, trace = describe(error)
        if type(error) is not AssertionError:
            message = f"{kind}: {message}" if message else kind
        # A name that is not there is a slip of the author's, unless it came from the other side.
        is_broken = isinstance(error, (NameError, ImportError, SyntaxError)) and not getattr(error, "came_from_subject", False)
        return {"failed": {"message": message, "trace": trace, "is_broken": is_broken}}
    return {"passed": True}
