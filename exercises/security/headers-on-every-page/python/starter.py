from flask import Flask

app = Flask(__name__)
POWERED_BY = {"X-Powered-By": "PracticePages/2.3.1"}


@app.get("/")
def start():
    return "<h1>Dr Okafor</h1><script>document.title = \"Open until six\";</script>", 200, POWERED_BY


@app.get("/menu")
def menu():
    return "<p>Soft soup, every day</p>", 200, POWERED_BY


@app.get("/me")
def me():
    return "<p>Next visit: 3 March</p>", 200, POWERED_BY


@app.get("/me/letters/<int:number>")
def letter(number):
    return f"<p>Letter {number}</p>", 200, POWERED_BY


@app.get("/broken")
def broken():
    raise RuntimeError("the printer is on fire")
