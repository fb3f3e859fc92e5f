SELECT
  name || ', ' || pot_cm || ' cm' AS plant,
  cents / 100.0 AS euros,
  round(cents / 100.0 / pot_cm, 2) AS euros_per_cm
FROM plants;
