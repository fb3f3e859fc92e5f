ATTACH '/etc/passwd' AS host;
SELECT * FROM host.sqlite_schema;
