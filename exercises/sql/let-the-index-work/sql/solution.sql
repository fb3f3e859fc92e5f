SELECT lower(p.method) AS method, COUNT(*) AS payments, SUM(p.cents) AS cents
FROM payments AS p
JOIN customers AS c ON c.id = p.customer_id
WHERE p.paid_at >= '2026-05-08'
  AND p.paid_at < '2026-05-09'
  AND c.is_test = 0
GROUP BY lower(p.method)
ORDER BY lower(p.method);
