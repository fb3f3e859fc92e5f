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


def row(id):
    """Return everything that is stored about a member. The tests use it."""
    return dict(db.execute("SELECT * FROM members WHERE id = ?", (id,)).fetchone())


def profile(id):
    """Return a member's profile."""
    return row(id)


def update_profile(id, body):
    """Change the fields that are in the body; return the profile."""
    for name, value in body.items():
        db.execute(f"UPDATE members SET {name} = ? WHERE id = {id}", (value,))
    return profile(id)
