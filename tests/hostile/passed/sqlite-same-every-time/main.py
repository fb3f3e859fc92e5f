import sqlite3

database = sqlite3.connect(":memory:")
print(database.execute("SELECT date('now')").fetchone()[0])
print(database.execute("SELECT random(), hex(randomblob(16)), julianday('now')").fetchone())
