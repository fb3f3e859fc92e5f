import re

TARIFF = {
    "6402": (17, "Shoes & boots <waterproof>"),
    "8471": (0, "Computers"),
    "9503": (4, "Toys"),
}


def app(environ, start_response):
    """Answer one request."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length).decode("utf-8")
    code = re.search(r"<soap:code>(.*?)</soap:code>", body)
    percent, description = TARIFF[code.group(1)] if code else (0, "")
    start_response("200 OK", [("Content-Type", "text/xml")])
    return [f"<duty>{percent} {description}</duty>".encode("utf-8")]
