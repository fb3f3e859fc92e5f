import base64
import hashlib
import hmac
import json

KEY = b"a-key-shared-by-two-services-of-the-line"
ISSUER = "https://tickets.example.org"
AUDIENCE = "boarding"


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_meant_for_us(claims, now):
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    expires, begins = claims.get("exp"), claims.get("nbf", now)
    return (
        claims.get("iss") == ISSUER
        and AUDIENCE in audiences
        and is_number(expires)
        and now < expires
        and is_number(begins)
        and begins <= now
    )


def read_token(token, now):
    """Return the claims of a token that is to be trusted, or None."""
    try:
        head, body, signature = token.split(".")
        expected = hmac.new(KEY, f"{head}.{body}".encode(), hashlib.sha256).digest()
        if not hmac.compare_digest(decode(signature), expected):
            return None
        header, claims = json.loads(decode(head)), json.loads(decode(body))
    except ValueError:
        return None
    if not isinstance(header, dict) or not isinstance(claims, dict) or header.get("alg") != "HS256":
        return None
    return claims if is_meant_for_us(claims, now) else None
