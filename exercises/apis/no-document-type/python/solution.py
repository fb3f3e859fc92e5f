import xml.etree.ElementTree as ET
from xml.parsers import expat


def refuse(*declared):
    raise ValueError("a document type is not allowed")


def read_declaration(xml):
    """Return sender and goods of a declaration."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise ValueError("this is no XML") from None

    root = ET.fromstring(xml)
    sender, goods = root.findtext("sender"), root.findtext("goods")
    if sender is None or goods is None:
        raise ValueError("sender and goods are wanted")
    return {"sender": sender, "goods": goods}
