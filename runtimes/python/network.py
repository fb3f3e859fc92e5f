"""HTTP over the bridge: what `http.client`, and so `urllib.request`, would send through a socket, the host is asked instead."""

import http.client, urllib.error, urllib.request, urllib.response

BufferedReader, sleep, getdefaulttimeout = io.BufferedReader, time.sleep, socket.getdefaulttimeout
reason_of = dict(http.client.responses)
send_plain_request = http.client.HTTPConnection.request


def ask_network(question):
    """The host's answer, or the error that a connection would have ended with."""
    try:
        answer = ask_host(question)
    except FileNotFoundError:
        raise socket.gaierror(errno.ENETUNREACH, NO_NETWORK) from None
    if "refused" in answer:
        raise socket.gaierror(errno.EHOSTUNREACH, answer["refused"])
    if "malformed" in answer:
        raise OSError(errno.EINVAL, answer["malformed"])
    return answer


class Wire:
    """Stands for a connection's socket: keeps what is sent, and asks the host when that is complete."""

    def __init__(self, connection):
        self.connection = connection
        self.sent = bytearray()
        self.answer = None

    def sendall(self, data):
        self.sent += data

    def close(self):
        pass

    def settimeout(self, timeout):
        self.connection.timeout = timeout

    def setsockopt(self, *args):
        pass

    def exchange(self):
        """Asks, unless it has asked already."""
        if self.answer is not None or not self.sent:
            return
        head, _, body = bytes(self.sent).partition(b"\r\n\r\n")
        self.sent.clear()
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target = first.split(" ")[:2]
        headers = [[name, value.strip()] for name, _, value in (line.partition(":") for line in lines)]
        if any(name.lower() == "transfer-encoding" and value.lower() == "chunked" for name, value in headers):
            body = joined_chunks(body)
        connection = self.connection
        name = f"[{connection.host}]" if ":" in connection.host else connection.host
        url = f"{connection.scheme}://{name}:{connection.port}{target}"
        question = {"method": method, "url": url, "headers": headers, "body": b64encode(body).decode()}
        self.answer = ask_network({"http": question})

    def makefile(self, mode, *args, **kwargs):
        """What came back, as it would stand on the wire."""
        self.exchange()
        if self.answer is None:
            raise ConnectionResetError(errno.ECONNRESET, "nothing was sent")
        answer, self.answer = self.answer, None
        seconds, timeout = answer["after_ms"] / 1000, self.connection.timeout
        if not isinstance(timeout, (int, float)):
            timeout = getdefaulttimeout()
        if timeout is not None and seconds > timeout:
            sleep(timeout)
            raise TimeoutError("timed out")
        if seconds:
            sleep(seconds)
        response = answer["response"]
        body = b64decode(response["body"])
        status = response["status"]
        lines = [f"HTTP/1.1 {status} {reason_of.get(status, '')}"]
        lines += [f"{name}: {value}" for name, value in response["headers"] if name not in ("content-length", "transfer-encoding", "connection")]
        lines += [f"content-length: {len(body)}", "", ""]
        return BufferedReader(BytesIO("\r\n".join(lines).encode("latin-1", "replace") + body))


def joined_chunks(body):
    pieces = []
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size.split(b";")[0] or b"0", 16)
        if length == 0:
            break
        pieces.append(rest[:length])
        body = rest[length + 2 :]
    return b"".join(pieces)


def connect(self):
    if "@" in self.host:  # no name of a host has one
        raise socket.gaierror(errno.EHOSTUNREACH, f"there is no host `{self.host}`")
    self.sock = Wire(self)


def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
    send_plain_request(self, method, url, body, headers, encode_chunked=encode_chunked)
    if isinstance(self.sock, Wire):
        self.sock.exchange()  # now, when whoever cannot be reached is still an error of sending


class HTTPSConnection(http.client.HTTPConnection):
    """The same: nobody listens in between."""

    default_port = http.client.HTTPS_PORT
    scheme = "https"

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout=timeout, source_address=source_address, blocksize=blocksize)


class HTTPSHandler(urllib.request.AbstractHTTPHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req)

    https_request = urllib.request.AbstractHTTPHandler.do_request_


HTTPSConnection.__module__, HTTPSHandler.__module__ = "http.client", "urllib.request"
http.client.HTTPConnection.scheme = "http"
http.client.HTTPConnection.connect = connect
http.client.HTTPConnection.request = request
http.client.HTTPSConnection = HTTPSConnection
urllib.request.HTTPSHandler = HTTPSHandler
del connect, request


def gethostbyname_ex(host):
    return host, [], ask_network({"resolve": host})["addresses"]


def gethostbyname(host):
    return gethostbyname_ex(host)[2][0]


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    kind, number = type or socket.SOCK_STREAM, int(port or 0)
    found = [(socket.AF_INET6, (address, number, 0, 0)) if ":" in address else (socket.AF_INET, (address, number)) for address in gethostbyname_ex(host or "localhost")[2]]
    return [(known, kind, proto or 6, "", address) for known, address in found if family in (0, known)]


socket.gethostbyname, socket.gethostbyname_ex, socket.getaddrinfo = gethostbyname, gethostbyname_ex, getaddrinfo
