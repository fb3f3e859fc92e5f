from flask import Flask, request

app = Flask(__name__)
links = {}


@app.post("/links")
def add_link():
    url = request.get_json()["url"]
    return {"url": url}, 201
