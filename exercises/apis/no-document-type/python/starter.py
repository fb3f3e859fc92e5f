import xml.etree.ElementTree as ET


def read_declaration(xml):
    """Return sender and goods of a declaration."""
    try:
        root = ET.fromstring(xml)
    except ET.ParseError:
        raise ValueError("this is no XML") from None
    sender, goods = root.findtext("sender"), root.findtext("goods")
    if sender is None or goods is None:
        raise ValueError("sender and goods are wanted")
    return {"sender": sender, "goods": goods}
