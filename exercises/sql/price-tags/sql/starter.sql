SELECT name, cents
FROM plants;
