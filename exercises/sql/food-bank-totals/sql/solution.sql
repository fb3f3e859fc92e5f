SELECT
  COUNT(*) AS parcels,
  COUNT(DISTINCT family_id) AS families,
  COUNT(*) - COUNT(kilos) AS not_weighed,
  COALESCE(SUM(kilos), 0) AS kilos,
  MAX(kilos) AS heaviest
FROM parcels
WHERE day >= '2026-03-01' AND day < '2026-04-01';
