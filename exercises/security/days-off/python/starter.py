import secrets

from flask import Flask, request

app = Flask(__name__)
PASSWORDS = {"ines": "rye-1", "bo": "oat-2"}
sessions = {}
requests = []

NOBODY = ({"error": "log in first"}, 401)
NONE = ({"error": "no such request"}, 404)


def current_user():
    return sessions.get(request.cookies.get("session"))


@app.post("/login")
def log_in():
    data = request.get_json()
    if PASSWORDS.get(data["user"]) != data["password"]:
        return {"error": "wrong name or password"}, 401
    session = secrets.token_urlsafe(24)
    sessions[session] = data["user"]
    return {"user": data["user"]}, 200, {"Set-Cookie": f"session={session}; Path=/; HttpOnly; SameSite=Lax"}


@app.get("/token")
def token():
    if current_user() is None:
        return NOBODY
    return {"token": "bakery-2024"}


@app.get("/leave")
def list_requests():
    user = current_user()
    if user is None:
        return NOBODY
    return [{name: entry[name] for name in ("id", "days", "cancelled")} for entry in requests if entry["user"] == user]


@app.post("/leave")
def ask():
    user = current_user()
    if user is None:
        return NOBODY
    entry = {"id": len(requests) + 1, "user": user, "days": int(request.form["days"]), "cancelled": False}
    requests.append(entry)
    return {"id": entry["id"]}, 201


@app.route("/leave/<int:number>/cancel", methods=["GET", "POST"])
def cancel(number):
    user = current_user()
    if user is None:
        return NOBODY
    for entry in requests:
        if entry["id"] == number and entry["user"] == user:
            entry["cancelled"] = True
            return {"id": number}
    return NONE
