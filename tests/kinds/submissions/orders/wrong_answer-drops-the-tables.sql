DROP TABLE orders;
DROP TABLE customers;
SELECT 1;
