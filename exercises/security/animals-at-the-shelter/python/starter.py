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


def search(filters):
    """Return the names of the animals that are waiting and meet the filters."""
    query = "SELECT name FROM animals WHERE waiting = 1"
    for field, value in filters.items():
        if field == "kinds":
            kinds = ", ".join(f"'{kind}'" for kind in value)
            query += f" AND kind IN ({kinds})"
        elif field == "name":
            query += f" AND name LIKE '%{value}%'"
        elif field == "max_age":
            query += f" AND age <= {value}"
        elif field not in ("sort", "limit"):
            query += f" AND {field} = '{value}'"
    query += f" ORDER BY {filters.get('sort', 'id')}, id LIMIT {filters.get('limit', 20)}"
    return [name for (name,) in db.execute(query)]
