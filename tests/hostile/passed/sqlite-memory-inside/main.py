import sqlite3

database = sqlite3.connect(":memory:")
print(database.execute("SELECT length(randomblob(16 * 1024 * 1024))").fetchone()[0])
