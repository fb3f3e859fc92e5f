import hmac
import secrets

from flask import Flask, request

app = Flask(__name__)
PASSWORDS = {"ines": "rye-1", "bo": "oat-2"}
sessions = {}  # id -> {"user": …, "token": …}
requests = []

NOBODY = ({"error": "log in first"}, 401)
FORGED = ({"error": "this form is not ours"}, 403)
NONE = ({"error": "no such request"}, 404)


def current_session():
    return sessions.get(request.cookies.get("session"))


def is_ours(session):
    """Say whether the form came from a page of this session."""
    return hmac.compare_digest(request.form.get("csrf", "").encode(), session["token"].encode())


@app.post("/login")
def log_in():
    data = request.get_json()
    if PASSWORDS.get(data["user"]) != data["password"]:
        return {"error": "wrong name or password"}, 401
    session = secrets.token_urlsafe(24)
    sessions[session] = {"user": data["user"], "token": secrets.token_urlsafe(24)}
    return {"user": data["user"]}, 200, {"Set-Cookie": f"session={session}; Path=/; HttpOnly; SameSite=Lax"}


@app.get("/token")
def token():
    session = current_session()
    if session is None:
        return NOBODY
    return {"token": session["token"]}


@app.get("/leave")
def list_requests():
    session = current_session()
    if session is None:
        return NOBODY
    mine = [entry for entry in requests if entry["user"] == session["user"]]
    return [{name: entry[name] for name in ("id", "days", "cancelled")} for entry in mine]


@app.post("/leave")
def ask():
    session = current_session()
    if session is None:
        return NOBODY
    if not is_ours(session):
        return FORGED
    entry = {"id": len(requests) + 1, "user": session["user"], "days": int(request.form["days"]), "cancelled": False}
    requests.append(entry)
    return {"id": entry["id"]}, 201


@app.post("/leave/<int:number>/cancel")
def cancel(number):
    session = current_session()
    if session is None:
        return NOBODY
    if not is_ours(session):
        return FORGED
    for entry in requests:
        if entry["id"] == number and entry["user"] == session["user"]:
            entry["cancelled"] = True
            return {"id": number}
    return NONE
