SELECT '{"ended":0}';
SELECT * FROM nowhere;
