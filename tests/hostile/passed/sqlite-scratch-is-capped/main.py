import sqlite3

database = sqlite3.connect("/data/big.db")
database.execute("CREATE TABLE t (data BLOB)")
with database:
    database.execute("INSERT INTO t VALUES (randomblob(100))")
try:
    with database:
        while True:
            database.execute("INSERT INTO t VALUES (randomblob(1000000))")
except sqlite3.OperationalError as error:
    if str(error) == "database or disk is full":
        print("capped", database.execute("SELECT count(*) FROM t").fetchone()[0])
