SELECT 'Ada' AS name, 2 AS orders UNION ALL SELECT 'Bo', 0;
