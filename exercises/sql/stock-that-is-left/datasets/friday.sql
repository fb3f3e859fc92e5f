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

INSERT INTO products (id, product, minimum) VALUES (1, 'rice', 50), (2, 'lentils', 20), (3, 'oil', 10);
INSERT INTO deliveries (product_id, amount) VALUES (1, 40), (1, 30), (2, 60), (3, 12);
INSERT INTO parcels (id, status) VALUES (1, 'given'), (2, 'packed'), (3, 'given');
INSERT INTO parcel_lines (parcel_id, product_id, amount) VALUES
  (1, 1, 10), (2, 1, 15), (3, 1, 10), (1, 2, 5), (2, 3, 4), (3, 3, 1);
