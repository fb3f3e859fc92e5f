SELECT station, night, low
FROM readings
LIMIT 5;
