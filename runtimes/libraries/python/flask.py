# The library set `flask`, before the snapshot: imported, and asked as learners' applications will be.

import flask, flask.json, flask.logging, flask.sessions, flask.templating, flask.testing, flask.views
import click, itsdangerous, jinja2, markupsafe, werkzeug.exceptions, werkzeug.security, werkzeug.test


def warm_up_flask():
    app = flask.Flask("warm_up", root_path="/code")
    app.secret_key = "none"
    items = flask.Blueprint("items", "warm_up", root_path="/code")

    @items.post("/<int:number>")
    def add(number):
        body = flask.request.get_json()
        flask.session["seen"] = number
        return {"number": number, "body": body, "q": flask.request.args.get("q")}, 201, {"X-Seen": "1"}

    @app.get("/page/<name>")
    def page(name):
        return flask.render_template_string("<p>{{ name }}{% for n in [1, 2] %} {{ n }}{% endfor %}</p>", name=name)

    @app.errorhandler(404)
    def missing(error):
        return flask.jsonify(error=error.description), 404

    app.register_blueprint(items, url_prefix="/items")
    client = app.test_client()
    for _ in range(20):
        assert client.post("/items/7?q=a", json={"a": [1, None]}).status_code == 201
        assert client.get("/page/ada").data == b"<p>ada 1 2</p>"
        assert client.get("/nothing").status_code == 404
        with app.test_request_context("/page/ada"):
            assert flask.url_for("page", name="x") == "/page/x"
        handle = {"op": "http", "request": {"method": "GET", "path": "/page/x", "headers": [["accept", "*/*"]], "body": ""}}
        globals()["loaded"] = types.SimpleNamespace(app=app)
        assert handle_http(handle)["response"]["status"] == 200
    globals()["loaded"] = None
    jinja2.clear_caches()


warm_up_flask()
del warm_up_flask
