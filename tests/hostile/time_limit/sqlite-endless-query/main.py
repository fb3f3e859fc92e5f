import sqlite3

database = sqlite3.connect(":memory:")
print(database.execute("WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) FROM numbers").fetchone())
