SELECT
  products.product,
  SUM(deliveries.amount) AS received,
  SUM(parcel_lines.amount) AS given
FROM products
JOIN deliveries ON deliveries.product_id = products.id
JOIN parcel_lines ON parcel_lines.product_id = products.id
GROUP BY products.id, products.product;
