from html import escape


def greeting(name):
    return f"<p>Hello, {escape(name)}!</p>"
