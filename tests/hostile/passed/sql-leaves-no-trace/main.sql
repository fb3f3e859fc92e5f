ATTACH 'marker.db' AS kept;
SELECT (SELECT count(*) FROM kept.sqlite_schema) + (SELECT count(*) FROM main.sqlite_schema) + (SELECT count(*) FROM temp.sqlite_schema) AS tables;
CREATE TABLE kept.marker (a);
CREATE TABLE main.marker (a);
CREATE TEMP TABLE marker (a);
