import json
import re
from html import escape

IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def script_json(value):
    """Return JSON that may stand within a script element."""
    return re.sub("[<>&]", lambda found: IN_SCRIPT[found[0]], json.dumps(value, ensure_ascii=False))


def item(offer):
    title = escape(offer["title"])
    photo = f'<img src="{escape(offer["photo"])}" alt="{title}">' if offer["photo"].startswith("https://") else ""
    return f"<li>{photo}{title} ({offer['price_cents']} cents)</li>"


def page(offers, nonce):
    """Return the HTML of the page."""
    if not re.fullmatch("[A-Za-z0-9_-]+", nonce):
        raise ValueError("this is no nonce")
    return (
        f"<ul>{''.join(map(item, offers))}</ul>"
        f'<script type="application/json" id="offers">{script_json(offers)}</script>'
        f'<script nonce="{nonce}">draw(JSON.parse(document.getElementById("offers").textContent))</script>'
    )
