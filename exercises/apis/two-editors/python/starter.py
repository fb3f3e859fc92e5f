from flask import Flask, request

app = Flask(__name__)
dogs = {"bruno": {"age": 4, "note": ""}}


@app.get("/dogs/<name>")
def show_dog(name):
    if name not in dogs:
        return {"error": "no such dog"}, 404
    return dogs[name]


@app.put("/dogs/<name>")
def put_dog(name):
    dogs[name] = request.get_json()
    return dogs[name]
