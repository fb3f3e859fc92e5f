"""Plays the thief who has the file, the stranger who compares answers, and the lending desk."""

import base64
import hashlib
import hmac
import json
import re

FORM = re.compile(r"scrypt\$1024\$8\$1\$([0-9a-fA-F]{32})\$([0-9a-fA-F]{64})")
COOKIE = "__Host-session"


def post(subject, path, status, cookie=None, **body):
    headers = {"Cookie": f"{COOKIE}={cookie}"} if cookie else {}
    answer = subject.request("POST", path, headers=headers, json=body)
    assert answer.status == status, f"POST {path} was answered with {answer.status}, not {status}"
    return answer


def add(subject, name, password):
    post(subject, "/accounts", 201, email=f"{name}@example.org", password=password)


def field(answer, name):
    return next((value for key, value in dict(answer.headers).items() if key.lower() == name.lower()), "")


def log_in(subject, name, password):
    answer = post(subject, "/login", 200, email=f"{name}@example.org", password=password)
    found = re.match(COOKIE + "=([^;]+)", field(answer, "Set-Cookie"))
    assert found, f"the log-in set no cookie {COOKIE}"
    return found[1]


def me(subject, cookie):
    return subject.request("GET", "/me", headers={"Cookie": f"{COOKIE}={cookie}"}).status


# 1. Accounts


def hides_passwords(subject):
    password = "Bevel-Gauge-27"
    add(subject, "ines", password)
    text = json.dumps(subject.call("stored"))
    raw = password.encode()
    shown = [password, password[::-1], raw.hex(), base64.b64encode(raw).decode()]
    for name in ("md5", "sha1", "sha256", "sha512"):
        digest = hashlib.new(name, raw).digest()
        shown += [digest.hex(), base64.b64encode(digest).decode()]
    assert "ines@example.org" in text, "the account is not in what stored() returns: save it under the name accounts"
    for part in shown:
        assert part.lower() not in text.lower(), f"the password, or a fast hash of it, can be read: {text[:160]}"


def password_of(subject, name):
    account = subject.call("stored").get(f"{name}@example.org")
    assert isinstance(account, dict), f"accounts has no object under {name}@example.org"
    return str(account.get("password"))


def salts_differ(subject):
    for name in ("ines", "bo", "piotr"):
        add(subject, name, "tuesday-tuesday")
    texts = [password_of(subject, name) for name in ("ines", "bo", "piotr")]
    assert len(set(texts)) == 3, "members with the same password have the same text"
    salts = {text.split("$")[-2] for text in texts if text.count("$") >= 2}
    assert len(salts) == 3, "two members have the same salt"


def form_is_agreed(subject):
    add(subject, "ines", "grünes Gemüse")
    text = password_of(subject, "ines")
    found = FORM.fullmatch(text)
    assert found, f"not of the form scrypt$1024$8$1$salt$key: {text[:120]}"
    again = hashlib.scrypt(
        "grünes Gemüse".encode(), salt=bytes.fromhex(found[1]), n=1024, r=8, p=1, maxmem=2**26, dklen=32
    )
    assert again.hex() == found[2].lower(), "scrypt of this password with this salt gives another key"


# 2. Sessions


def cookie_line(answer):
    line = field(answer, "Set-Cookie")
    cookie, *attributes = [part.strip() for part in line.split(";")]
    name, _, value = cookie.partition("=")
    assert name == COOKIE, f"no cookie {COOKIE} in Set-Cookie: {line!r}"
    return line, value, [attribute.lower() for attribute in attributes]


def cookie_is_careful(subject):
    add(subject, "ines", "ladder-and-rope")
    answer = post(subject, "/login", 200, email="ines@example.org", password="ladder-and-rope")
    line, _, attributes = cookie_line(answer)
    for wanted in ("secure", "httponly", "path=/"):
        assert wanted in attributes, f"{wanted} is missing: {line}"
    assert "samesite=lax" in attributes or "samesite=strict" in attributes, f"SameSite is missing: {line}"
    assert not any(attribute.startswith("domain") for attribute in attributes), f"Domain must not be there: {line}"


def cookie_is_taken_back(subject):
    add(subject, "ines", "ladder-and-rope")
    session = log_in(subject, "ines", "ladder-and-rope")
    line, value, attributes = cookie_line(post(subject, "/logout", 204, session))
    pairs = dict(attribute.split("=", 1) for attribute in attributes if "=" in attribute)
    if "max-age" in pairs:
        over = re.fullmatch("0|-[0-9]+", pairs["max-age"])
    else:
        year = re.search("[0-9]{4}", pairs.get("expires", ""))
        over = year and int(year[0]) < 2000
    assert over, f"the browser keeps this cookie, because neither Max-Age nor Expires says that it is over: {line}"
    assert session not in value, f"the id is still in the cookie: {line}"
    for wanted in ("secure", "path=/"):
        assert wanted in attributes, f"browsers ignore this line, because {COOKIE} needs {wanted}: {line}"
    assert "domain" not in pairs, f"browsers ignore this line, because {COOKIE} must not have Domain: {line}"


def eight_hours(subject):
    add(subject, "ines", "ladder-and-rope")
    session = log_in(subject, "ines", "ladder-and-rope")
    subject.call("pass_time", 8 * 3600 - 60)
    assert me(subject, session) == 200, "a minute before the 8 hours were over the session had ended"
    subject.call("pass_time", 120)
    assert me(subject, session) == 401, "after 8 hours and a minute the session still went on"


def raw(text):
    if re.fullmatch(r"(?:[0-9a-fA-F]{2})+", text):
        return bytes.fromhex(text)
    text = re.sub("[^0-9A-Za-z_-]", "", text)
    return base64.urlsafe_b64decode(text[: len(text) - (len(text) % 4 == 1)] + "=" * (-len(text) % 4))


def ids_are_random(subject):
    add(subject, "ines", "ladder-and-rope")
    ids = [log_in(subject, "ines", "ladder-and-rope") for _ in range(8)]
    assert len(set(ids)) == 8, "two log-ins got the same id"
    parts = [raw(text) for text in ids]
    short = min(map(len, parts))
    changing = sum(len({part[place] for part in parts}) > 3 for place in range(short))
    assert changing >= 14, f"too little of an id is left to chance: {ids[0]}"


# 3. At the door


def wrong(subject, name, status=401):
    return post(subject, "/login", status, email=f"{name}@example.org", password="wrong-password")


def answers_are_the_same(subject):
    add(subject, "ines", "ladder-and-rope")
    for number in range(6):
        status = 401 if number < 5 else 429
        known, unknown = wrong(subject, "ines", status), wrong(subject, "piotr", status)
        assert known.text == unknown.text, f"{known.text} for a member, {unknown.text} for nobody"


def work_is_the_same(subject):
    add(subject, "ines", "ladder-and-rope")
    done = []
    for name in ("ines", "piotr"):
        before = subject.call("work_done")
        wrong(subject, name)
        done.append(subject.call("work_done") - before)
    assert done == [1, 1], f"derive worked {done[0]} times for a wrong password, {done[1]} times for an unknown address"


def waiting_is_cheap(subject):
    add(subject, "ines", "ladder-and-rope")
    for _ in range(5):
        wrong(subject, "ines")
    before = subject.call("work_done")
    for _ in range(5):
        wrong(subject, "ines", 429)
    done = subject.call("work_done") - before
    assert done == 0, f"five attempts that were told to wait made derive work {done} times"


def retry_after_is_true(subject):
    add(subject, "ines", "ladder-and-rope")
    for _ in range(5):
        wrong(subject, "ines")
        subject.call("pass_time", 60)
    answer = wrong(subject, "ines", 429)
    text = field(answer, "Retry-After")
    assert re.fullmatch("[0-9]+", text), f"Retry-After is {text!r}, and must be a whole number of seconds"
    assert 590 <= int(text) <= 605, f"the first attempt was 300 seconds ago, and Retry-After is {text}"
    subject.call("pass_time", int(text) - 20)
    wrong(subject, "ines", 429)
    subject.call("pass_time", 21)
    log_in(subject, "ines", "ladder-and-rope")


# 5. Changed and forgotten passwords


def requests_tell_nothing(subject):
    add(subject, "ines", "ladder-and-rope")
    known = post(subject, "/reset-requests", 202, email=" INES@example.org")
    unknown = post(subject, "/reset-requests", 202, email="piotr@example.org")
    assert known.text == unknown.text, f"{known.text} for a member, {unknown.text} for nobody"
    sent = [mail["to"] for mail in subject.call("mails")]
    assert sent == ["ines@example.org"], f"mails were sent to {sent}"


def file_opens_nothing(subject):
    add(subject, "ines", "ladder-and-rope")
    post(subject, "/reset-requests", 202, email="ines@example.org")
    token = subject.call("mails")[0]["token"]
    text = json.dumps(subject.call("stored"))
    assert token not in text, "the token itself is stored"
    for found in re.findall("[0-9A-Za-z_+/=-]{16,}", text):
        post(subject, "/resets", 400, token=found, password="stolen-account")
    assert hashlib.sha256(token.encode()).hexdigest() in text.lower(), "the SHA-256 of the token, in hexadecimal, is not stored"
    assert len(raw(token)) >= 16, "a token has at least 16 random bytes"


# 6. Tokens


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def signed(header, claims, key):
    text = f"{encode(json.dumps(header).encode())}.{encode(json.dumps(claims).encode())}"
    return f"{text}.{encode(hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).digest())}"


def new_token(subject):
    if "ines@example.org" not in subject.call("stored"):
        add(subject, "ines", "ladder-and-rope")
    session = log_in(subject, "ines", "ladder-and-rope")
    return post(subject, "/tokens", 200, session).json()["access_token"]


def token_is_agreed(subject):
    token = new_token(subject)
    keys = subject.call("signing_keys")
    header, claims = (decode(part) for part in token.split(".")[:2])
    assert header == {"alg": "HS256", "typ": "JWT", "kid": header.get("kid")}, f"the header is {header}"
    assert header["kid"] in keys, f"signing_keys() has no key with the id {header['kid']}"
    assert sorted(claims) == ["aud", "exp", "iat", "iss", "sub"], f"the claims are {claims}"
    assert claims["iss"] == "https://login.tools.example.org" and claims["aud"] == "lending", f"the claims are {claims}"
    assert claims["sub"] == "ines@example.org" and claims["exp"] - claims["iat"] == 300, f"the claims are {claims}"
    text, _, signature = token.rpartition(".")
    key = bytes.fromhex(keys[header["kid"]])
    assert encode(hmac.new(key, text.encode(), hashlib.sha256).digest()) == signature, "the signature does not fit"


def new_key_signs(subject):
    first = decode(new_token(subject).split(".")[0])["kid"]
    subject.call("rotate_keys")
    second = decode(new_token(subject).split(".")[0])["kid"]
    assert first != second, "after rotate_keys the same key signs"
    assert set(subject.call("signing_keys")) == {first, second}, "the newest two keys are trusted, and no others"


def forged_is_refused(subject):
    token = new_token(subject)
    head, body, signature = token.split(".")
    keys = subject.call("signing_keys")
    header, claims = decode(head), decode(body)
    key = keys[header["kid"]]
    assert subject.call("read_token", signed(header, claims, key)), "a good token was refused"
    bo = {**claims, "sub": "bo@example.org"}
    other = encode(json.dumps(bo).encode())
    none = encode(json.dumps({**header, "alg": "none"}).encode())
    forgeries = {
        "with other claims under the old signature": f"{head}.{other}.{signature}",
        "without a signature": f"{head}.{other}.",
        "with the algorithm none": f"{none}.{other}.",
        "with the algorithm none and a signature": signed({**header, "alg": "none"}, bo, key),
        "with the algorithm HS512": signed({**header, "alg": "HS512"}, bo, key),
        "signed with a key of the attacker's": signed(header, bo, "00" * 32),
        "signed with an empty key": signed({**header, "kid": "unknown"}, bo, ""),
        "without the id of a key": signed({"alg": "HS256"}, bo, ""),
        "in four parts": f"{token}.{signature}",
    }
    for name, forged in forgeries.items():
        assert subject.call("read_token", forged) is None, f"a token {name} was trusted"


def deep_is_refused(subject):
    good = new_token(subject)
    for part in ("[" * 5000, "[" * 2000 + "]" * 2000):
        for text in (encode(part.encode()) + ".e30.e30", good.split(".")[0] + "." + encode(part.encode()) + ".e30"):
            assert subject.call("read_token", text) is None, "a token of nothing but brackets was trusted"
    assert subject.call("read_token", good), "after that a good token was refused"


def claims_are_read(subject):
    head, body, _ = new_token(subject).split(".")
    header, claims = decode(head), decode(body)
    key = subject.call("signing_keys")[header["kid"]]
    changed = [
        {**claims, "aud": "payroll"},
        {**claims, "iss": "https://login.example.com"},
        {**claims, "exp": claims["iat"] - 10},
        {**claims, "exp": str(claims["exp"])},
        {**claims, "exp": None},
        {name: value for name, value in claims.items() if name != "exp"},
        {name: value for name, value in claims.items() if name != "aud"},
        [],
    ]
    for each in changed:
        assert subject.call("read_token", signed(header, each, key)) is None, f"trusted were the claims {each}"


def keys_are_random(subject):
    token = new_token(subject)
    keys = dict(subject.call("signing_keys"))
    for _ in range(3):
        subject.call("rotate_keys")
        keys.update(subject.call("signing_keys"))
    assert len(keys) == 4, f"after three new keys there were {len(keys)} in all"
    parts = [raw(key) for key in keys.values()]
    assert min(map(len, parts)) >= 32, "a key has fewer than 32 bytes"
    changing = sum(len({part[place] for part in parts}) > 1 for place in range(32))
    assert changing >= 28, "too little of a key is left to chance"
    shown = token + "".join(str(decode(part)) for part in token.split(".")[:2]) + json.dumps(subject.call("stored"))
    assert not any(key in shown for key in keys.values()), "a key stands in a token, or beside the accounts"
