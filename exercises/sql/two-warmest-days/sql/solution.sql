WITH ranked AS (
  SELECT
    station,
    day,
    high,
    RANK() OVER (PARTITION BY station ORDER BY high DESC) AS place
  FROM days
  WHERE high IS NOT NULL
)
SELECT station, place, day, high
FROM ranked
WHERE place <= 2
ORDER BY station, place, day;
