import re
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

TARIFF = {
    "6402": (17, "Shoes & boots <waterproof>"),
    "8471": (0, "Computers"),
    "9503": (4, "Toys"),
}
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
OURS = "urn:example:customs"


class Fault(Exception):
    """A request that is answered with a fault."""

    def __init__(self, word, sentence, unknown_code=None):
        super().__init__(sentence)
        self.word, self.sentence, self.unknown_code = word, sentence, unknown_code

    def as_xml(self):
        detail = ""
        if self.unknown_code is not None:
            code = escape(self.unknown_code)
            detail = f'<detail><c:unknownCode xmlns:c="{OURS}">{code}</c:unknownCode></detail>'
        return (
            f"<soap:Fault><faultcode>soap:{self.word}</faultcode>"
            f"<faultstring>{escape(self.sentence)}</faultstring>{detail}</soap:Fault>"
        )


def read_operation(text):
    """Return the element that names the operation."""
    try:
        root = ET.fromstring(text)
    except ET.ParseError:
        raise Fault("Client", "This is no XML") from None
    if root.tag != f"{{{SOAP}}}Envelope":
        if root.tag.endswith("}Envelope"):
            raise Fault("VersionMismatch", "This is no envelope of SOAP 1.1")
        raise Fault("Client", "An envelope is wanted")
    for entry in root.findall(f"{{{SOAP}}}Header/*"):
        if entry.get(f"{{{SOAP}}}mustUnderstand") == "1":
            raise Fault("MustUnderstand", "A header entry is not known here")
    body = root.find(f"{{{SOAP}}}Body")
    if body is None or len(body) == 0:
        raise Fault("Client", "The envelope has no body")
    return body[0]


def get_duty(operation):
    """Return the body of the answer."""
    if operation.tag != f"{{{OURS}}}GetDuty":
        raise Fault("Client", "There is no such operation")
    value = operation.findtext(f"{{{OURS}}}valueCents", "")
    if not re.fullmatch(r"[0-9]+", value):
        raise Fault("Client", "valueCents must be a whole number")
    code = operation.findtext(f"{{{OURS}}}code", "")
    if code not in TARIFF:
        raise Fault("Client", "There is no such tariff code", unknown_code=code)
    percent, description = TARIFF[code]
    return (
        f'<c:GetDutyResponse xmlns:c="{OURS}"><c:description>{escape(description)}</c:description>'
        f"<c:dutyCents>{int(value) * percent // 100}</c:dutyCents></c:GetDutyResponse>"
    )


def app(environ, start_response):
    """Answer one request."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    try:
        status, body = "200 OK", get_duty(read_operation(environ["wsgi.input"].read(length)))
    except Fault as fault:
        status, body = "500 Internal Server Error", fault.as_xml()
    text = f'<soap:Envelope xmlns:soap="{SOAP}"><soap:Body>{body}</soap:Body></soap:Envelope>'
    start_response(status, [("Content-Type", "text/xml; charset=utf-8")])
    return [text.encode("utf-8")]
