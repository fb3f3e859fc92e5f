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
NOT_ALLOWED = ({"error": "not yours to do"}, 403)


def current_user():
    """Return the name of whoever sent the request, or None."""
    return sessions.get(request.cookies.get("session"))


def is_accountant(user):
    return USERS[user]["role"] == "accountant"


def may_see(user, invoice):
    return invoice["tenant"] == user or is_accountant(user)


def find(user, invoice_id):
    """Return the invoice, or None if there is none that this user may see."""
    invoice = invoices.get(invoice_id)
    return invoice if invoice is not None and may_see(user, invoice) else None


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
    return [invoice for invoice in invoices.values() if may_see(user, invoice)]


@app.get("/invoices/<int:invoice_id>")
def show_invoice(invoice_id):
    user = current_user()
    if user is None:
        return NOBODY
    return find(user, invoice_id) or NO_INVOICE


@app.put("/invoices/<int:invoice_id>/note")
def write_note(invoice_id):
    user = current_user()
    if user is None:
        return NOBODY
    invoice = find(user, invoice_id)
    if invoice is None:
        return NO_INVOICE
    if invoice["tenant"] != user:
        return NOT_ALLOWED
    invoice["note"] = request.get_json()["note"]
    return invoice


@app.post("/invoices/<int:invoice_id>/reminder")
def send_reminder(invoice_id):
    user = current_user()
    if user is None:
        return NOBODY
    invoice = find(user, invoice_id)
    if invoice is None:
        return NO_INVOICE
    if not is_accountant(user):
        return NOT_ALLOWED
    invoice["reminders"] += 1
    return invoice
