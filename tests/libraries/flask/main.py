from flask import Flask, request, jsonify, abort, session, redirect, url_for, render_template_string, make_response, g, Response, stream_with_context, Blueprint
from werkzeug.security import generate_password_hash, check_password_hash
app = Flask(__name__)
app.secret_key = "x"
@app.get("/")
def index(): return "hello"
@app.post("/orders")
def orders():
    return jsonify(request.get_json()), 201, {"X-A": "1"}
@app.get("/boom")
def boom(): return {}["nope"]
@app.get("/teapot")
def teapot(): abort(418)
@app.get("/login")
def login(): session["u"] = "ada"; return redirect(url_for("me"))
@app.get("/me")
def me(): return {"u": session.get("u")}
@app.post("/form")
def form(): return {"f": request.form.to_dict(), "files": {k: v.read().decode() for k, v in request.files.items()}}
@app.get("/stream")
def stream(): return Response(stream_with_context(f"{n}\n" for n in range(3)), mimetype="text/plain")
@app.get("/hash")
def hash_(): return {"scrypt": check_password_hash(generate_password_hash("p"), "p"), "pbkdf2": check_password_hash(generate_password_hash("p", method="pbkdf2:sha256:1000"), "p")}
@app.get("/tmpl")
def tmpl(): return render_template_string("<b>{{ x }}</b>", x="<i>")
@app.get("/u/<int:n>")
def u(n): return {"n": n, "q": request.args.getlist("y"), "host": request.host, "url": request.url, "path": request.path}
@app.get("/cookie")
def cookie():
    r = make_response({"got": request.cookies.get("z")}); r.set_cookie("a", "1", httponly=True, samesite="Lax"); r.set_cookie("b", "2"); return r
@app.errorhandler(ValueError)
def bad(e): return {"error": str(e)}, 422
@app.get("/value")
def value(): raise ValueError("no")
