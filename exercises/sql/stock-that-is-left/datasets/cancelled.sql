CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  product TEXT NOT NULL UNIQUE,
  minimum INTEGER NOT NULL
) STRICT;

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products (id),
  amount INTEGER NOT NULL
) STRICT;

CREATE TABLE parcels (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL
) STRICT;

CREATE TABLE parcel_lines (
  parcel_id INTEGER NOT NULL REFERENCES parcels (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  amount INTEGER NOT NULL,
  PRIMARY KEY (parcel_id, product_id)
) STRICT;

INSERT INTO products (id, product, minimum) VALUES (1, 'pasta', 30), (2, 'soap', 5);
INSERT INTO deliveries (product_id, amount) VALUES (1, 20), (1, 20), (2, 4);
INSERT INTO parcels (id, status) VALUES (1, 'cancelled'), (2, 'given'), (3, 'cancelled');
INSERT INTO parcel_lines (parcel_id, product_id, amount) VALUES (1, 1, 25), (2, 1, 12), (3, 2, 4);
