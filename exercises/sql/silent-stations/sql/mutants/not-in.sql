SELECT id, name
FROM stations
WHERE closed_on IS NULL
  AND id NOT IN (SELECT station_id FROM readings WHERE taken >= '2026-03-10 00:00' AND celsius IS NOT NULL)
ORDER BY name, id;
