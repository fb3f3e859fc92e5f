import json


def item(offer):
    return f'<li><img src="{offer["photo"]}" alt="{offer["title"]}">{offer["title"]} ({offer["price_cents"]} cents)</li>'


def page(offers, nonce):
    """Return the HTML of the page."""
    return (
        f"<ul>{''.join(map(item, offers))}</ul>"
        f'<script type="application/json" id="offers">{json.dumps(offers)}</script>'
        f'<script nonce="{nonce}">draw(JSON.parse(document.getElementById("offers").textContent))</script>'
    )
