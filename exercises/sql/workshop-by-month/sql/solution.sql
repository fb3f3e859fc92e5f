SELECT
  substr(j.finished, 1, 7) AS month,
  m.name AS mechanic,
  COUNT(*) AS jobs,
  SUM(j.cents) / 100.0 AS euros,
  round(AVG(j.hours), 1) AS average_hours
FROM jobs AS j
JOIN mechanics AS m ON m.id = j.mechanic_id
WHERE j.finished IS NOT NULL
GROUP BY month, m.id, m.name
ORDER BY month, euros DESC, m.name, m.id;
