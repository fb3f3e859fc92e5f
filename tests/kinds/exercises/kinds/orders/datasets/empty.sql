CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id), price INTEGER CHECK (price > 0));
CREATE INDEX orders_by_customer ON orders (customer);
INSERT INTO customers VALUES (9, 'Zoe');
