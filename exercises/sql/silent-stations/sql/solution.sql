SELECT s.id, s.name
FROM stations AS s
LEFT JOIN readings AS r
  ON r.station_id = s.id
  AND r.taken >= '2026-03-10 00:00'
  AND r.celsius IS NOT NULL
WHERE r.id IS NULL
  AND s.closed_on IS NULL
ORDER BY s.name, s.id;
