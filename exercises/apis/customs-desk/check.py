import xml.etree.ElementTree as ET

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
OURS = "urn:example:customs"
TYPE = {"Content-Type": "text/xml; charset=utf-8"}


def envelope(operation, header=""):
    return (
        f'<s:Envelope xmlns:s="{SOAP}">{header}<s:Body>{operation}</s:Body></s:Envelope>'
    )


def get_duty(code, value):
    return f'<c:GetDuty xmlns:c="{OURS}"><c:code>{code}</c:code><c:valueCents>{value}</c:valueCents></c:GetDuty>'


def ask(subject, text):
    answer = subject.request("POST", "/customs", headers=TYPE, body=text)
    try:
        root = ET.fromstring(answer.text)
    except ET.ParseError as error:
        raise AssertionError(f"the answer is no XML ({error}): {answer.text!r}") from None
    assert root.tag == f"{{{SOAP}}}Envelope", f"the root is {root.tag}, not the Envelope of SOAP 1.1"
    body = root.find(f"{{{SOAP}}}Body")
    assert body is not None and len(body) == 1, "the envelope has no Body with one element in it"
    return answer, body[0]


def expect_duty(subject, text, description, cents):
    answer, element = ask(subject, text)
    assert element.tag == f"{{{OURS}}}GetDutyResponse", f"the body has {element.tag}"
    assert answer.status == 200, f"the status is {answer.status}"
    got = element.findtext(f"{{{OURS}}}description"), element.findtext(f"{{{OURS}}}dutyCents")
    assert got == (description, str(cents)), f"description and dutyCents are {got}"


def expect_fault(subject, text, word):
    answer, element = ask(subject, text)
    assert element.tag == f"{{{SOAP}}}Fault", f"the body has {element.tag} and no Fault"
    assert answer.status == 500, f"the status is {answer.status}"
    code = element.findtext("faultcode")
    assert code is not None, "the fault has no faultcode without a namespace"
    assert code.split(":")[-1] == word, f"the faultcode is {code}"
    assert element.findtext("faultstring"), "the fault has no faultstring without a namespace"
    return code, element, answer.text


def a_duty(subject):
    expect_duty(subject, envelope(get_duty("9503", 2000)), "Toys", 80)


def another_duty(subject):
    expect_duty(subject, envelope(get_duty("8471", 99900)), "Computers", 0)
    expect_duty(subject, envelope(get_duty("9503", 0)), "Toys", 0)


def the_type(subject):
    for text in [envelope(get_duty("9503", 2000)), "no xml"]:
        answer, _ = ask(subject, text)
        found = answer.headers.get("Content-Type", answer.headers.get("content-type"))
        assert found == "text/xml; charset=utf-8", f"Content-Type is {found}"


def escaped(subject):
    expect_duty(subject, envelope(get_duty("6402", 4900)), "Shoes & boots <waterproof>", 833)


def whole_cents(subject):
    expect_duty(subject, envelope(get_duty("6402", 99)), "Shoes & boots <waterproof>", 16)
    expect_duty(subject, envelope(get_duty("9503", 99)), "Toys", 3)


def other_prefixes(subject):
    text = (
        f'<?xml version="1.0"?>\n<Envelope xmlns="{SOAP}">\n  <Header/>\n  <Body>\n'
        f'    <ns1:GetDuty xmlns:ns1="{OURS}">\n      <valueCents xmlns="{OURS}">2000</valueCents>\n'
        f"      <ns1:code>9503</ns1:code>\n    </ns1:GetDuty>\n  </Body>\n</Envelope>"
    )
    expect_duty(subject, text, "Toys", 80)


def no_xml(subject):
    expect_fault(subject, "code=9503", "Client")
    expect_fault(subject, "", "Client")
    expect_fault(subject, '<s:Envelope xmlns:s="' + SOAP + '"><s:Body>', "Client")


def no_body(subject):
    expect_fault(subject, f'<s:Envelope xmlns:s="{SOAP}"/>', "Client")
    expect_fault(subject, envelope(""), "Client")
    expect_fault(subject, "<duty/>", "Client")


def another_version(subject):
    text = envelope(get_duty("9503", 2000)).replace(SOAP, "http://www.w3.org/2003/05/soap-envelope")
    expect_fault(subject, text, "VersionMismatch")


def must_understand(subject):
    header = '<s:Header><t:test xmlns:t="urn:t" s:mustUnderstand="1">yes</t:test></s:Header>'
    expect_fault(subject, envelope(get_duty("9503", 2000), header), "MustUnderstand")
    expect_fault(subject, envelope("<other/>", header), "MustUnderstand")


def may_ignore(subject):
    header = (
        '<s:Header><t:a xmlns:t="urn:t" s:mustUnderstand="0"/><t:b xmlns:t="urn:t"/>'
        '<t:c xmlns:t="urn:t" mustUnderstand="1"/></s:Header>'
    )
    expect_duty(subject, envelope(get_duty("9503", 2000), header), "Toys", 80)


def another_operation(subject):
    expect_fault(subject, envelope(get_duty("9503", 2000).replace("c:GetDuty", "c:GetRate")), "Client")
    theirs = get_duty("9503", 2000).replace("c:GetDuty ", 'o:GetDuty xmlns:o="urn:example:other" ')
    expect_fault(subject, envelope(theirs.replace("</c:GetDuty>", "</o:GetDuty>")), "Client")


def no_value(subject):
    for value in ["", "12.50", "-5", "many"]:
        expect_fault(subject, envelope(get_duty("9503", value)), "Client")
    expect_fault(subject, envelope(f'<c:GetDuty xmlns:c="{OURS}"><c:code>9503</c:code></c:GetDuty>'), "Client")


def unknown_code(subject):
    _, fault, _ = expect_fault(subject, envelope(get_duty("0000", 2000)), "Client")
    found = fault.findtext(f"detail/{{{OURS}}}unknownCode")
    assert found == "0000", f"unknownCode in the detail is {found!r}"


def unknown_code_escaped(subject):
    _, fault, _ = expect_fault(subject, envelope(get_duty("&lt;b&gt; &amp; c", 2000)), "Client")
    found = fault.findtext(f"detail/{{{OURS}}}unknownCode")
    assert found == "<b> & c", f"unknownCode in the detail is {found!r}"


def prefix_of_the_code(subject):
    code, _, text = expect_fault(subject, envelope(get_duty("0000", 2000)), "Client")
    prefix, _, word = code.partition(":")
    assert word, f"the faultcode {code} has no prefix"
    declared = f'xmlns:{prefix}="{SOAP}"' in text or f"xmlns:{prefix}='{SOAP}'" in text
    assert declared, f"the prefix {prefix} does not stand for the namespace of SOAP"
