SELECT
  agent,
  COUNT(*) AS open_tickets,
  COALESCE(SUM(estimate), 0) AS minutes,
  MIN(opened) AS oldest
FROM tickets
WHERE status = 'open'
  AND agent IS NOT NULL
GROUP BY agent
HAVING COUNT(*) >= 3 OR SUM(estimate) > 600
ORDER BY open_tickets DESC, agent;
