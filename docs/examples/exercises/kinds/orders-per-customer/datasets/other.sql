CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id));
INSERT INTO customers (id, name) VALUES (1, 'Chi'), (2, 'Ben'), (3, 'Dov'), (4, 'Ana');
INSERT INTO orders (customer) VALUES (4), (3), (4), (1), (4);
