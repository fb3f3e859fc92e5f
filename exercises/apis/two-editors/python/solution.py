from flask import Flask, request

app = Flask(__name__)
dogs = {"bruno": {"version": 1, "data": {"age": 4, "note": ""}}}


def tag(dog):
    """Return the entity tag of a stored dog."""
    return f'"v{dog["version"]}"'


def fits(field, dog):
    """Say whether If-Match fits this dog. A weak tag is another text, so it never does."""
    if dog is None:
        return False
    return field.strip() == "*" or tag(dog) in [part.strip() for part in field.split(",")]


@app.get("/dogs/<name>")
def show_dog(name):
    dog = dogs.get(name)
    if dog is None:
        return {"error": "no such dog"}, 404
    return dog["data"], 200, {"ETag": tag(dog)}


@app.put("/dogs/<name>")
def put_dog(name):
    dog = dogs.get(name)
    if_match = request.headers.get("If-Match")
    only_if_new = request.headers.get("If-None-Match") == "*"
    if if_match is None and not only_if_new:
        return {"error": "say which state you have seen, with If-Match or If-None-Match: *"}, 428
    if (if_match is not None and not fits(if_match, dog)) or (only_if_new and dog is not None):
        return {"error": "the state is another one"}, 412, {"ETag": tag(dog)} if dog else {}

    version = dog["version"] + 1 if dog else 1
    dogs[name] = {"version": version, "data": request.get_json()}
    return dogs[name]["data"], 200 if dog else 201, {"ETag": tag(dogs[name])}
