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

INSERT INTO products (id, product, minimum) VALUES (1, 'tea', 5), (2, 'flour', 5), (3, 'honey', 0), (4, 'salt', 8), (5, 'oats', 8);
INSERT INTO deliveries (product_id, amount) VALUES (4, 3), (5, 9), (5, 9);
INSERT INTO parcels (id, status) VALUES (1, 'packed'), (2, 'given');
INSERT INTO parcel_lines (parcel_id, product_id, amount) VALUES (1, 4, 3), (1, 5, 5), (2, 5, 5);
