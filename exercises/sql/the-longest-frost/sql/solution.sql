-- One row: a night of frost, and which run it belongs to.
WITH frost AS (
  SELECT
    station,
    night,
    julianday(night) - ROW_NUMBER() OVER (PARTITION BY station ORDER BY night) AS run
  FROM nights
  WHERE low < 0
),
-- One row: a run.
runs AS (
  SELECT
    station,
    MIN(night) AS first_night,
    MAX(night) AS last_night,
    COUNT(*) AS nights
  FROM frost
  GROUP BY station, run
),
-- One row: a run, with its place at its station.
ranked AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY station ORDER BY nights DESC, first_night DESC) AS place
  FROM runs
)
SELECT station, first_night, last_night, nights
FROM ranked
WHERE place = 1
ORDER BY nights DESC, station;
