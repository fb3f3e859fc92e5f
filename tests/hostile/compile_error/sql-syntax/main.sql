SELECT 1;
SELECT * FORM sqlite_schema;
