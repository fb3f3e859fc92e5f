WITH incoming AS (
  SELECT product_id, SUM(amount) AS received
  FROM deliveries
  GROUP BY product_id
),
outgoing AS (
  SELECT
    l.product_id,
    SUM(CASE WHEN p.status = 'given' THEN l.amount ELSE 0 END) AS given,
    SUM(CASE WHEN p.status = 'packed' THEN l.amount ELSE 0 END) AS reserved
  FROM parcel_lines AS l
  JOIN parcels AS p ON p.id = l.parcel_id
  GROUP BY l.product_id
),
stock AS (
  SELECT
    p.product,
    p.minimum,
    COALESCE(i.received, 0) AS received,
    COALESCE(o.given, 0) AS given,
    COALESCE(o.reserved, 0) AS reserved
  FROM products AS p
  LEFT JOIN incoming AS i ON i.product_id = p.id
  LEFT JOIN outgoing AS o ON o.product_id = p.id
)
SELECT product, received, given, reserved, received - given - reserved AS left_over
FROM stock
WHERE received - given - reserved < minimum
ORDER BY left_over, product;
