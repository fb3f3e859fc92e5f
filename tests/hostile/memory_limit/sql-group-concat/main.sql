WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 20000)
SELECT length(group_concat(printf('%.*c', 10000, 'x'))) FROM numbers;
