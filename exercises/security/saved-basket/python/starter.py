import base64
import pickle

KEY = b"the-tea-shop-s-key-from-the-environment"


def save(basket):
    """Return the text for the cookie."""
    return base64.b64encode(pickle.dumps(basket)).decode()


def load(text):
    """Return the basket from the cookie's text."""
    return pickle.loads(base64.b64decode(text))
