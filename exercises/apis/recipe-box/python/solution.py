import json

from flask import Flask, request

app = Flask(__name__)
PATCH_TYPE = "application/merge-patch+json"
recipes = {"pea-soup": {"title": "Pea soup", "portions": 40, "note": "smoky"}}


def read_object():
    """Return the body as a dictionary, or None if it is no JSON object."""
    try:
        data = json.loads(request.get_data())
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def read_recipe(data):
    """Return the recipe in this object with its own fields only, or None if it is not valid."""
    title, portions = data.get("title"), data.get("portions")
    if not isinstance(title, str) or not title:
        return None
    if not isinstance(portions, int) or isinstance(portions, bool) or not 1 <= portions <= 500:
        return None
    recipe = {"title": title, "portions": portions}
    if "note" in data:
        if not isinstance(data["note"], str):
            return None
        recipe["note"] = data["note"]
    return recipe


@app.get("/recipes")
def list_recipes():
    return sorted(recipes)


@app.get("/recipes/<name>")
def show_recipe(name):
    if name not in recipes:
        return {"error": "no such recipe"}, 404
    return recipes[name]


@app.put("/recipes/<name>")
def put_recipe(name):
    data = read_object()
    if data is None:
        return {"error": "a JSON object is wanted"}, 400
    recipe = read_recipe(data)
    if recipe is None:
        return {"error": "not a valid recipe"}, 422
    is_new = name not in recipes
    recipes[name] = recipe
    if is_new:
        return recipe, 201, {"Location": f"/recipes/{name}"}
    return recipe


@app.patch("/recipes/<name>")
def patch_recipe(name):
    if name not in recipes:
        return {"error": "no such recipe"}, 404
    if request.mimetype != PATCH_TYPE:
        return {"error": f"send {PATCH_TYPE}"}, 415, {"Accept-Patch": PATCH_TYPE}
    patch = read_object()
    if patch is None:
        return {"error": "a JSON object is wanted"}, 400
    merged = {**recipes[name], **patch}
    recipe = read_recipe({field: value for field, value in merged.items() if value is not None})
    if recipe is None:
        return {"error": "this would not leave a valid recipe"}, 422
    recipes[name] = recipe
    return recipe


@app.delete("/recipes/<name>")
def delete_recipe(name):
    if recipes.pop(name, None) is None:
        return {"error": "no such recipe"}, 404
    return "", 204
