SELECT date('now') AS today;
SELECT CURRENT_TIMESTAMP, julianday('now'), unixepoch('subsec');
SELECT random(), hex(randomblob(16));
CREATE TABLE t (a);
INSERT INTO t VALUES (1), (2), (3), (4), (5), (6), (7), (8);
SELECT a FROM t ORDER BY random();
