import hashlib
import hmac
import json
import os
import secrets
import time

from flask import Flask, jsonify, make_response, request

app = Flask(__name__)


# What the house has already. The tests use these functions too: leave them as they are.


def load(name):
    """Return what was saved under this name, or an empty dictionary."""
    if not os.path.exists(f"/data/{name}.json"):
        return {}
    with open(f"/data/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def save(name, data):
    """Save a dictionary under this name. It is there again after a restart."""
    with open(f"/data/{name}.json", "w", encoding="utf-8") as file:
        json.dump(data, file)


def stored():
    """Return all that a thief finds about the accounts."""
    return load("accounts")


work = {"derived": 0, "seconds": 0}
outbox = []


def derive(password, salt):
    """Return the 32 bytes that scrypt makes of a password and a salt (bytes). It is slow on purpose."""
    work["derived"] += 1
    return hashlib.scrypt(password.encode("utf-8"), salt=salt, n=1024, r=8, p=1, maxmem=2**26, dklen=32)


def work_done():
    """Return how often derive has worked."""
    return work["derived"]


def now():
    """Return the time in whole seconds."""
    return int(time.time()) + work["seconds"]


def pass_time(seconds):
    """Let time pass, for the tests."""
    work["seconds"] += seconds


def send_mail(address, token):
    """Send the mail with the link for a new password."""
    outbox.append({"to": address, "token": token})


def mails():
    """Return the mails that were sent."""
    return outbox


class Refused(Exception):
    """Raised anywhere in a handler, it becomes the answer."""

    def __init__(self, status, error, headers=None):
        super().__init__(error)
        self.answer = {"error": error}, status, headers or {}


@app.errorhandler(Refused)
def refuse(refused):
    return refused.answer


# From here on it is yours.


COOKIE = "__Host-session"
SESSION = 8 * 60 * 60
WINDOW = 15 * 60
ATTEMPTS = 5
NOBODY = f"scrypt$1024$8$1${'00' * 16}${'00' * 32}"  # fits no password
ORIGIN = "https://tools.example.org"

sessions = {}  # id -> {"email": …, "until": …}
wrong = {}  # address -> times of wrong passwords


@app.before_request
def only_from_our_pages():
    """Refuse what a page of another site made a browser send."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    origin = request.headers.get("Origin", ORIGIN)
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if origin != ORIGIN or site not in ("same-origin", "none"):
        raise Refused(403, "this request came from another site")


def texts(*names):
    """Return these fields of the body, or refuse it if one of them is no text."""
    body = request.get_json(silent=True)
    values = [body.get(name) for name in names] if isinstance(body, dict) else [None]
    if not all(isinstance(value, str) for value in values):
        raise Refused(400, f"the body must be a JSON object with the texts {', '.join(names)}")
    return values


def plain(email):
    """Return the one form of an address under which it is known."""
    return email.strip().lower()


def acceptable(password):
    """Return the password, or refuse it."""
    if len(password) < 8:
        raise Refused(400, "a password has at least 8 characters")
    return password


def hashed(password):
    """Return what to store for a password."""
    salt = secrets.token_bytes(16)
    return f"scrypt$1024$8$1${salt.hex()}${derive(password, salt).hex()}"


def fits(password, text):
    """Say whether this is the password for which the text was stored."""
    *_, salt, key = text.split("$")
    return hmac.compare_digest(derive(password, bytes.fromhex(salt)), bytes.fromhex(key))


def check_password(email, password):
    """Say whether this is the right password; refuse to look after too many wrong ones."""
    recent = [moment for moment in wrong.get(email, []) if now() - moment < WINDOW]
    if len(recent) >= ATTEMPTS:
        wait = recent[0] + WINDOW - now()
        raise Refused(429, "too many wrong passwords", {"Retry-After": str(wait)})
    account = load("accounts").get(email)
    if fits(password, account["password"] if account else NOBODY) and account:
        wrong.pop(email, None)
        return True
    wrong[email] = [*recent, now()]
    return False


def open_session(email):
    """Return the id of a new session."""
    session = secrets.token_urlsafe(24)
    sessions[session] = {"email": email, "until": now() + SESSION}
    return session


def whoever_asks():
    """Return the address of the member who is logged in, or refuse."""
    entry = sessions.get(request.cookies.get(COOKIE))
    if entry is None or now() >= entry["until"]:
        raise Refused(401, "log in first")
    return entry["email"]


def with_session(answer, session):
    """Return the answer with the cookie of a session."""
    answer.set_cookie(COOKIE, session, secure=True, httponly=True, samesite="Lax")
    return answer


@app.post("/accounts")
def add_account():
    """Make an account."""
    email, password = texts("email", "password")
    email = plain(email)
    if "@" not in email:
        raise Refused(400, "this is no e-mail address")
    accounts = load("accounts")
    if email in accounts:
        raise Refused(409, "there is an account with this address")
    accounts[email] = {"password": hashed(acceptable(password))}
    save("accounts", accounts)
    return {"email": email}, 201


@app.post("/login")
def log_in():
    """Say who somebody is, if the password is right."""
    email, password = texts("email", "password")
    email = plain(email)
    if not check_password(email, password):
        raise Refused(401, "wrong address or password")
    sessions.pop(request.cookies.get(COOKIE), None)
    return with_session(jsonify(email=email), open_session(email))


@app.post("/logout")
def log_out():
    """End this session."""
    sessions.pop(request.cookies.get(COOKIE), None)
    answer = make_response("", 204)
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax")
    return answer


@app.get("/me")
def me():
    """Say who is logged in."""
    return {"email": whoever_asks()}
