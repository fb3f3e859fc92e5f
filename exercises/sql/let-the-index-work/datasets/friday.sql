CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  is_test INTEGER NOT NULL
) STRICT;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  paid_at TEXT NOT NULL,
  method TEXT NOT NULL,
  cents INTEGER NOT NULL
) STRICT;

CREATE INDEX payments_by_time ON payments (paid_at);

INSERT INTO customers (id, is_test) VALUES (1, 0), (2, 0), (3, 1);
INSERT INTO payments (customer_id, paid_at, method, cents) VALUES
  (1, '2026-05-08 09:15:00', 'card', 1200), (2, '2026-05-08 14:03:59', 'cash', 450), (2, '2026-05-08 18:40:10', 'card', 3000),
  (3, '2026-05-08 10:00:00', 'card', 99999), (1, '2026-05-07 12:00:00', 'card', 700), (1, '2026-05-09 12:00:00', 'cash', 800);
