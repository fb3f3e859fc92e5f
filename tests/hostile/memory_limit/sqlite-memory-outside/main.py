import sqlite3

database = sqlite3.connect(":memory:")
print(database.execute("SELECT length(randomblob(128 * 1024 * 1024))").fetchone())
