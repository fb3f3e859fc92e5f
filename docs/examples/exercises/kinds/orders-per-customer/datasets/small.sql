CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id));
INSERT INTO customers (id, name) VALUES (1, 'Bo'), (2, 'Ada');
INSERT INTO orders (customer) VALUES (2), (2);
