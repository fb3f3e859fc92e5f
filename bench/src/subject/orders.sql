SELECT c.name, count(o.id) AS orders, sum(o.price) AS total
FROM customers c
LEFT JOIN orders o ON o.customer = c.id
GROUP BY c.id
ORDER BY c.name;
