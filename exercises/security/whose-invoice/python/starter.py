import secrets

from flask import Flask, request

app = Flask(__name__)
USERS = {
    "sam": {"password": "tulip-19", "role": "tenant"},
    "noor": {"password": "harbour-7", "role": "tenant"},
    "iris": {"password": "ledger-42", "role": "accountant"},
}
invoices = {
    1041: {"id": 1041, "tenant": "sam", "cents": 48000, "note": "", "reminders": 0},
    1042: {"id": 1042, "tenant": "noor", "cents": 51500, "note": "", "reminders": 0},
    1043: {"id": 1043, "tenant": "sam", "cents": 47100, "note": "", "reminders": 0},
}
sessions = {}

NOBODY = ({"error": "log in first"}, 401)
NO_INVOICE = ({"error": "no such invoice"}, 404)


def current_user():
    """Return the name of whoever sent the request, or None."""
    return request.args.get("as") or sessions.get(request.cookies.get("session"))


@app.post("/login")
def log_in():
    data = request.get_json()
    user = USERS.get(data["user"])
    if user is None or user["password"] != data["password"]:
        return {"error": "wrong name or password"}, 401
    session = secrets.token_urlsafe(24)
    sessions[session] = data["user"]
    return {"user": data["user"]}, 200, {"Set-Cookie": f"session={session}; Path=/; HttpOnly; SameSite=Lax"}


@app.get("/invoices")
def list_invoices():
    user = current_user()
    if user is None:
        return NOBODY
    return list(invoices.values())


@app.get("/invoices/<int:invoice_id>")
def show_invoice(invoice_id):
    user = current_user()
    if user is None:
        return NOBODY
    return invoices.get(invoice_id, NO_INVOICE)


@app.put("/invoices/<int:invoice_id>/note")
def write_note(invoice_id):
    user = current_user()
    if user is None:
        return NOBODY
    invoice = invoices.get(invoice_id)
    if invoice is None:
        return NO_INVOICE
    invoice.update(request.get_json())
    return invoice


@app.post("/invoices/<int:invoice_id>/reminder")
def send_reminder(invoice_id):
    user = current_user()
    if user is None:
        return NOBODY
    invoice = invoices.get(invoice_id)
    if invoice is None:
        return NO_INVOICE
    invoice["reminders"] += 1
    return invoice
