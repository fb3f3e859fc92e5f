CREATE TABLE t (a);
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET rootpage = 1000000;
SELECT * FROM t;
