import sqlite3

db = sqlite3.connect(":memory:")
db.executescript("""
    CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT, email TEXT, deleted INTEGER);
    INSERT INTO members VALUES (7, 'Ines (cox)', 'ines@example.org', 0), (8, 'Bo', 'bo@example.org', 0), (9, 'Piotr', 'piotr@example.org', 0);
    CREATE TABLE newsletter (id INTEGER PRIMARY KEY, email TEXT);
    INSERT INTO newsletter VALUES (1, 'Ines@example.org'), (2, 'bo@example.org');
    CREATE TABLE notes (id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT);
    INSERT INTO notes VALUES (1, 7, 'bad knee'), (2, 8, 'left-handed');
    CREATE TABLE searches (id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT);
    INSERT INTO searches VALUES (1, 7, 'physiotherapy'), (2, 9, 'regatta');
    CREATE TABLE payments (id INTEGER PRIMARY KEY, member_id INTEGER, amount_cents INTEGER, year INTEGER, name TEXT);
    INSERT INTO payments VALUES (1, 7, 12000, 2024, 'Ines (cox)'), (2, 7, 12500, 2025, 'Ines (cox)'), (3, 8, 9000, 2025, 'Bo');
    CREATE TABLE messages (id INTEGER PRIMARY KEY, author_id INTEGER, text TEXT);
    INSERT INTO messages VALUES
        (1, 7, 'I am late'), (2, 8, 'Thanks INES (COX)! Write to ines@Example.org or call Ines (cox).'), (3, 9, 'See you'),
        (4, 9, 'Who takes the oars? Inessa has two.');
    CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT);
    INSERT INTO log VALUES (1, 'login ines@example.org ok'), (2, 'login bo@example.org ok');
""")


def forget(id):
    """Forget a member; say whether there was one."""
    with db:
        return db.execute("UPDATE members SET deleted = 1 WHERE id = ?", (id,)).rowcount == 1


def members():
    """Return the names for the page."""
    return [name for (name,) in db.execute("SELECT name FROM members WHERE deleted = 0 ORDER BY name")]


def dump():
    """Return all rows of all tables as texts. The tests use it."""
    rows = []
    for name, columns in {
        "members": "id, name, email, deleted", "newsletter": "id, email", "notes": "id, member_id, text", "searches": "id, member_id, text",
        "payments": "member_id, name, amount_cents, year", "messages": "id, author_id, text", "log": "id, line",
    }.items():
        for row in db.execute(f"SELECT {columns} FROM {name} ORDER BY id"):
            rows.append("|".join([name, *map(str, row)]) + ("|" if name in ("members",) else ""))
    return rows
