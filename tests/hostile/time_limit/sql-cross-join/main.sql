CREATE TABLE numbers (n INTEGER);
WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up LIMIT 2000) INSERT INTO numbers SELECT n FROM up;
SELECT count(*) FROM numbers a, numbers b, numbers c, numbers d WHERE a.n + b.n + c.n + d.n = -1;
