INSERT OR REPLACE INTO stock (product, kilos, last_delivery)
SELECT product, kilos, day
FROM inbox
WHERE kilos IS NOT NULL;

UPDATE stock
SET kilos = kilos + 0, shelf = 'unsorted';
