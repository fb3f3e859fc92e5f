import json
import re
from urllib.error import HTTPError
from urllib.request import urlopen

SERVICE = "https://badges.example.org"
UNCLEAR = "ask the guard"


def ask(badge):
    """Return status and text of the service's answer."""
    try:
        with urlopen(f"{SERVICE}/badges/{badge}", timeout=3) as response:
            return response.status, response.read().decode("utf-8")
    except HTTPError as error:
        return error.code, ""


def may_open(badge):
    """Return "open" for a clear yes, "closed" for a clear no, and else "ask the guard"."""
    if not re.fullmatch("[0-9]{1,6}", badge):
        return "closed"
    try:
        status, text = ask(badge)
        if status == 404:
            return "closed"
        answer = json.loads(text) if status == 200 else None
    except (OSError, ValueError):
        return UNCLEAR
    if not isinstance(answer, dict) or answer.get("badge") != badge:
        return UNCLEAR
    if answer.get("allowed") is True:
        return "open"
    if answer.get("allowed") is False:
        return "closed"
    return UNCLEAR
