SELECT station, day, high
FROM days
ORDER BY station, high DESC;
