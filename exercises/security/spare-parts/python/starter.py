import sqlite3

db = sqlite3.connect(":memory:")
db.executescript("""
    CREATE TABLE parts (id INTEGER PRIMARY KEY, name TEXT, price INTEGER, bought_for INTEGER, on_sale INTEGER);
    INSERT INTO parts VALUES
        (1, 'Chain 9-speed', 2400, 1100, 1), (2, 'Bell', 450, 90, 1), (3, 'Saddle O''Neill', 8900, 5000, 1),
        (4, 'Chain 11-speed', 3900, 2100, 1), (5, 'Prototype frame', 99900, 99000, 0), (6, 'Valve cap', 450, 5, 1);
    CREATE TABLE dealers (id INTEGER PRIMARY KEY, code TEXT);
    INSERT INTO dealers VALUES (1, 'K7-PELIKAN'), (2, 'R2-OTTER');
""")


def find_parts(text, sort):
    """Return the parts on sale whose name contains the text."""
    rows = db.execute(
        f"SELECT id, name, price FROM parts WHERE on_sale = 1 AND name LIKE '%{text}%' ORDER BY {sort}, id"
    )
    return [{"id": id_, "name": name, "price": price} for id_, name, price in rows]


def set_price(name, price):
    """Set the price of the part with this name; return how many rows have changed."""
    return db.execute(f"UPDATE parts SET price = {price} WHERE name = '{name}'").rowcount


def try_price(name, price):
    """Set a price for the importer, which goes on with the next line whatever happens."""
    try:
        set_price(name, price)
    except (sqlite3.Error, ValueError, TypeError):
        pass
