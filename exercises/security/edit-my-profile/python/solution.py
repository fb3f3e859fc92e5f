import sqlite3

db = sqlite3.connect(":memory:")
db.row_factory = sqlite3.Row
db.executescript("""
    CREATE TABLE members (
        id INTEGER PRIMARY KEY, display_name TEXT, city TEXT, newsletter INTEGER,
        role TEXT, credit_cents INTEGER, password_hash TEXT
    );
    INSERT INTO members VALUES
        (7, 'Ines', 'Ghent', 0, 'member', 500, 'scrypt$9f3a'), (8, 'Bo', 'Leuven', 0, 'member', 0, 'scrypt$77c0');
""")

# What a member may change, and what is a value for it.
EDITABLE = {
    "display_name": lambda value: isinstance(value, str) and value.strip() != "" and len(value) <= 40,
    "city": lambda value: isinstance(value, str) and len(value) <= 40,
    "newsletter": lambda value: isinstance(value, bool),
}


def row(id):
    """Return everything that is stored about a member. The tests use it."""
    return dict(db.execute("SELECT * FROM members WHERE id = ?", (id,)).fetchone())


def profile(id):
    """Return a member's profile."""
    member = row(id)
    return {
        "id": member["id"],
        "display_name": member["display_name"],
        "city": member["city"],
        "newsletter": bool(member["newsletter"]),
    }


def update_profile(id, body):
    """Change the fields that are in the body; return the profile."""
    for name, value in body.items():
        if name not in EDITABLE or not EDITABLE[name](value):
            raise ValueError(f"{name[:40]} cannot be set like this")
    for name in EDITABLE:
        if name in body:
            db.execute(f"UPDATE members SET {name} = ? WHERE id = ?", (body[name], id))
    return profile(id)
