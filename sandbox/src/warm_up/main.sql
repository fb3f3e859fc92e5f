CREATE TABLE words (word TEXT PRIMARY KEY, length INTEGER NOT NULL);
INSERT INTO words VALUES ('one', 3), ('three', 5);
SELECT length, count(*) AS words FROM words GROUP BY length ORDER BY length;
