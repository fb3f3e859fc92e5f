WITH usual AS (
  SELECT work, AVG(hours) AS hours
  FROM jobs
  WHERE finished IS NOT NULL
  GROUP BY work
)
SELECT j.id, j.work, j.hours, round(u.hours, 2) AS usual
FROM jobs AS j
JOIN usual AS u ON u.work = j.work
WHERE j.finished IS NOT NULL
  AND j.hours > 1.5 * u.hours
ORDER BY j.id;
