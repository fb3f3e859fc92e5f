from flask import Flask, request

app = Flask(__name__)
entries = []


def entry_html(entry):
    name = entry["name"]
    if entry["website"]:
        name = f'<a href="{entry["website"]}">{name}</a>'
    return f'<p title="{entry["name"]}">{name}: {entry["text"]}</p>'


@app.get("/")
def page():
    search = request.args.get("q", "")
    found = [entry for entry in entries if search in entry["text"]]
    heading = f"<h2>Entries with {search}</h2>" if search else ""
    return f"<h1>Visitors' book</h1>{heading}" + "".join(entry_html(entry) for entry in found)


@app.get("/entries")
def list_entries():
    return entries


@app.post("/entries")
def add_entry():
    entries.append({field: request.form.get(field, "") for field in ("name", "text", "website")})
    return "", 201
