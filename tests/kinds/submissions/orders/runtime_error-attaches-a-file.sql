ATTACH '/code/main.sql' AS other;
SELECT 1;
