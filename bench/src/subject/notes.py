from flask import Flask, jsonify, request

app = Flask(__name__)
notes = {}


@app.post("/notes")
def add():
    note = {"id": len(notes) + 1, "text": request.get_json()["text"]}
    notes[note["id"]] = note
    return jsonify(note), 201


@app.get("/notes/<int:number>")
def show(number):
    return jsonify(notes[number])
