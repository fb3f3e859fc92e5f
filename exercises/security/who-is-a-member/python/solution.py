import hashlib
import hmac

computed = 0
mails = []


def slow_hash(email, password):
    """Stand-in for a slow password hash; counts how often it is used."""
    global computed
    computed += 1
    return hashlib.sha256(f"{email}\0{password}".encode()).hexdigest()


members = {"ines@example.org": hashlib.sha256(b"ines@example.org\0heron-5").hexdigest()}  # address -> hash


def log_in(email, password):
    digest = slow_hash(email, password)
    fits = hmac.compare_digest(digest, members.get(email, ""))
    if not fits:
        return {"status": 401, "message": "wrong address or password"}
    return {"status": 200, "message": "welcome"}


def forgot(email):
    if email in members:
        mails.append({"to": email, "kind": "reset"})
    return {"status": 202, "message": "if there is an account, a mail is on its way"}


def register(email, password):
    digest = slow_hash(email, password)
    if email in members:
        mails.append({"to": email, "kind": "already-a-member"})
    else:
        members[email] = digest
        mails.append({"to": email, "kind": "confirm"})
    return {"status": 202, "message": "look into your mailbox"}


def hashes():
    """Return how many hashes were computed. The tests use it as a clock."""
    return computed


def outbox():
    """Return the mails that were sent."""
    return mails
