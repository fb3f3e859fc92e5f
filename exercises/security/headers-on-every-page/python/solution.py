from flask import Flask, Response, request

app = Flask(__name__)
HEADERS = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


@app.after_request
def add_headers(response):
    response.headers.update(HEADERS)
    if request.path == "/me" or request.path.startswith("/me/"):
        response.headers["Cache-Control"] = "no-store"
    return response


@app.get("/")
def start():
    return '<h1>Dr Okafor</h1><script src="/hours.js"></script>'


@app.get("/hours.js")
def hours():
    return Response('document.title = "Open until six";', mimetype="text/javascript")


@app.get("/menu")
def menu():
    return "<p>Soft soup, every day</p>"


@app.get("/me")
def me():
    return "<p>Next visit: 3 March</p>"


@app.get("/me/letters/<int:number>")
def letter(number):
    return f"<p>Letter {number}</p>"


@app.get("/broken")
def broken():
    raise RuntimeError("the printer is on fire")
