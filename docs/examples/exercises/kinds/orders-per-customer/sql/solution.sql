SELECT name, count(orders.id) AS orders
FROM customers
LEFT JOIN orders ON orders.customer = customers.id
GROUP BY customers.id
ORDER BY name;
