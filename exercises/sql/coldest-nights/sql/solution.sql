SELECT station, night, low
FROM readings
WHERE low IS NOT NULL
ORDER BY low, night DESC, station
LIMIT 5;
