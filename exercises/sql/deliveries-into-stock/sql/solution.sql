INSERT INTO stock (product, kilos, last_delivery)
SELECT lower(trim(product)), SUM(kilos), MAX(day)
FROM inbox
WHERE kilos > 0
GROUP BY lower(trim(product))
ON CONFLICT (product) DO UPDATE SET
  kilos = kilos + excluded.kilos,
  last_delivery = max(last_delivery, excluded.last_delivery);

DELETE FROM inbox
WHERE kilos > 0;
