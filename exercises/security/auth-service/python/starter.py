import hashlib
import json
import os
import time

from flask import Flask, request

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


@app.post("/accounts")
def add_account():
    """Make an account."""
    raise Refused(501, "not written yet")


@app.post("/login")
def log_in():
    """Say who somebody is, if the password is right."""
    raise Refused(501, "not written yet")
