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

INSERT INTO products (id, product, minimum) VALUES (1, 'rice', 10);
INSERT INTO deliveries (product_id, amount) VALUES (1, 5), (1, 7);
INSERT INTO parcels (id, status) VALUES (1, 'given'), (2, 'cancelled');
INSERT INTO parcel_lines (parcel_id, product_id, amount) VALUES (1, 1, 2), (2, 1, 9);
