import base64
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
RESET = 60 * 60
ISSUER = "https://login.tools.example.org"
AUDIENCE = "lending"
TOKEN = 5 * 60

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


def end_sessions(email):
    """End all sessions of an account."""
    for session in [key for key, entry in sessions.items() if entry["email"] == email]:
        del sessions[session]


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


def set_password(accounts, email, password):
    """Set a new password: all sessions and open links of this account end."""
    accounts[email] = {"password": hashed(password)}
    save("accounts", accounts)
    end_sessions(email)


@app.post("/password")
def change_password():
    """Change one's own password."""
    email = whoever_asks()
    old, new = texts("old", "new")
    acceptable(new)
    if not check_password(email, old):
        raise Refused(403, "this is not the old password")
    set_password(load("accounts"), email, new)
    return with_session(make_response("", 204), open_session(email))


def hash_of(token):
    return hashlib.sha256(token.encode("utf-8")).hexdigest()


@app.post("/reset-requests")
def request_reset():
    """Send a link for a new password, if there is such an account."""
    [email] = texts("email")
    email = plain(email)
    accounts = load("accounts")
    if email in accounts:
        token = secrets.token_urlsafe(24)
        accounts[email]["reset"] = {"hash": hash_of(token), "until": now() + RESET}
        save("accounts", accounts)
        send_mail(email, token)
    return {"message": "If there is such an account, a mail is on its way."}, 202


@app.post("/resets")
def reset():
    """Set a new password with the token of a mail."""
    token, password = texts("token", "password")
    acceptable(password)
    accounts = load("accounts")
    wanted = hash_of(token)
    for email, account in accounts.items():
        open_reset = account.get("reset")
        if open_reset and open_reset["hash"] == wanted and now() < open_reset["until"]:
            set_password(accounts, email, password)
            return "", 204
    raise Refused(400, "this link is not valid any more")


def rotate_keys():
    """Sign with a new key from now on, and keep the one before for what it has signed."""
    before = list(load("keys").items())[:1]
    save("keys", dict([(secrets.token_hex(4), secrets.token_hex(32)), *before]))


def signing_keys():
    """Return the keys by which tokens are trusted, the newest first."""
    if not load("keys"):
        rotate_keys()
    return load("keys")


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def sign(key, text):
    return hmac.new(bytes.fromhex(key), text.encode("utf-8"), hashlib.sha256).digest()


@app.post("/tokens")
def make_token():
    """Give the member who is logged in a token for the lending desk."""
    email = whoever_asks()
    name, key = next(iter(signing_keys().items()))
    header = {"alg": "HS256", "typ": "JWT", "kid": name}
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": email, "iat": now(), "exp": now() + TOKEN}
    text = ".".join(encode(json.dumps(part).encode("utf-8")) for part in (header, claims))
    token = f"{text}.{encode(sign(key, text))}"
    return {"access_token": token, "token_type": "Bearer", "expires_in": TOKEN}, 200, {"Cache-Control": "no-store"}


def read_token(token):
    """Return the claims of a token that is to be trusted, or None."""
    try:
        head, body, signature = token.split(".")
        header = json.loads(decode(head))
        if header["alg"] != "HS256":
            return None
        key = signing_keys()[header["kid"]]
        if not hmac.compare_digest(sign(key, f"{head}.{body}"), decode(signature)):
            return None
        claims = json.loads(decode(body))
        ours = claims["iss"] == ISSUER and claims["aud"] == AUDIENCE and now() < claims["exp"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return claims if ours else None
