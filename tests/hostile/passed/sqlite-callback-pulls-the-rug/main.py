import sqlite3

database = sqlite3.connect(":memory:")
database.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)")
cursor = database.cursor()


def pull(number):
    for action in (database.close, cursor.close, lambda: cursor.execute("SELECT 1"), lambda: database.execute("DROP TABLE t"),
                   lambda: database.create_function("pull", 1, None), lambda: database.rollback(), lambda: database.deserialize(b"")):
        try:
            action()
        except Exception:
            pass
    return number


database.create_function("pull", 1, pull)
try:
    cursor.execute("SELECT pull(a) FROM t").fetchall()
except Exception:
    pass
print("alive")
