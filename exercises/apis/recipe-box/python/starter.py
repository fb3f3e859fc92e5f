import json

from flask import Flask, request

app = Flask(__name__)
recipes = {"pea-soup": {"title": "Pea soup", "portions": 40, "note": "smoky"}}


@app.get("/recipes")
def list_recipes():
    return sorted(recipes)


@app.get("/recipes/<name>")
def show_recipe(name):
    if name not in recipes:
        return {"error": "no such recipe"}, 404
    return recipes[name]
