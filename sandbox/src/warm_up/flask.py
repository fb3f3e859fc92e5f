from flask import Flask, jsonify, request

app = Flask(__name__)


def tally(words):
    return {"words": sorted(words)}


@app.route("/")
def front():
    return jsonify(tally(request.args.getlist("word")))


print(tally(["one", "two"]))
