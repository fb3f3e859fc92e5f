import sqlite3

db = sqlite3.connect(":memory:")
db.executescript("""
    CREATE TABLE animals (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, age INTEGER, waiting INTEGER);
    INSERT INTO animals VALUES
        (1, 'Minka', 'cat', 3, 1), (2, 'Rex', 'dog', 2, 1), (3, 'O''Malley', 'cat', 9, 1), (4, 'Bella', 'dog', 4, 0),
        (5, 'Hedwig', 'owl', 12, 1), (6, '100% Fluff', 'cat', 3, 1), (7, 'Zora', 'dog', 9, 1);
    CREATE TABLE staff (code TEXT);
    INSERT INTO staff VALUES ('K7-OTTER');
""")

FIELDS = {"kinds", "name", "max_age", "sort", "limit"}
ORDERS = {"name": "name, id", "age": "age, id"}
MOST_KINDS = 10


def demand(condition, message):
    if not condition:
        raise ValueError(message)


def whole(value, least, most, name):
    demand(type(value) is int and least <= value <= most, f"{name} must be a whole number from {least} to {most}")
    return value


def search(filters):
    """Return the names of the animals that are waiting and meet the filters."""
    demand(FIELDS.issuperset(filters), "there is no such filter")
    conditions, values = ["waiting = 1"], []
    if "kinds" in filters:
        kinds = filters["kinds"]
        demand(isinstance(kinds, list) and len(kinds) <= MOST_KINDS, f"kinds must be a list of at most {MOST_KINDS}")
        demand(all(isinstance(kind, str) for kind in kinds), "a kind must be a text")
        conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values += kinds
    if "name" in filters:
        demand(isinstance(filters["name"], str), "name must be a text")
        conditions.append("instr(lower(name), lower(?)) > 0")
        values.append(filters["name"])
    if "max_age" in filters:
        conditions.append("age <= ?")
        values.append(whole(filters["max_age"], 0, 99, "max_age"))
    order = "id"
    if "sort" in filters:
        demand(isinstance(filters["sort"], str) and filters["sort"] in ORDERS, f"sort must be one of {', '.join(ORDERS)}")
        order = ORDERS[filters["sort"]]
    values.append(whole(filters.get("limit", 20), 1, 50, "limit"))
    query = f"SELECT name FROM animals WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT ?"
    return [name for (name,) in db.execute(query, values)]
