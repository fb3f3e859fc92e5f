SELECT
  p.product,
  COALESCE(SUM(d.amount), 0) AS received,
  COALESCE(SUM(CASE WHEN q.status = 'given' THEN l.amount END), 0) AS given,
  COALESCE(SUM(CASE WHEN q.status = 'packed' THEN l.amount END), 0) AS reserved,
  COALESCE(SUM(d.amount), 0)
    - COALESCE(SUM(CASE WHEN q.status IN ('given', 'packed') THEN l.amount END), 0) AS left_over
FROM products AS p
LEFT JOIN deliveries AS d ON d.product_id = p.id
LEFT JOIN parcel_lines AS l ON l.product_id = p.id
LEFT JOIN parcels AS q ON q.id = l.parcel_id
GROUP BY p.id, p.product, p.minimum
HAVING left_over < p.minimum
ORDER BY left_over, p.product;
