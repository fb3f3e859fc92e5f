WITH numbered AS (
  SELECT station, night, low,
    julianday(night) - ROW_NUMBER() OVER (PARTITION BY station ORDER BY night) AS run
  FROM nights
),
runs AS (
  SELECT station, MIN(night) AS first_night, MAX(night) AS last_night, COUNT(*) AS nights
  FROM numbered
  WHERE low < 0
  GROUP BY station, run
),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY station ORDER BY nights DESC, first_night DESC) AS place
  FROM runs
)
SELECT station, first_night, last_night, nights
FROM ranked
WHERE place = 1
ORDER BY nights DESC, station;
