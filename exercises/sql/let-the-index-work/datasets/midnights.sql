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

INSERT INTO customers (id, is_test) VALUES (1, 0);
INSERT INTO payments (customer_id, paid_at, method, cents) VALUES
  (1, '2026-05-08 00:00:00', 'card', 1), (1, '2026-05-08 23:59:59', 'card', 2), (1, '2026-05-09 00:00:00', 'card', 4), (1, '2026-05-07 23:59:59', 'card', 8),
  (1, '2025-05-08 12:00:00', 'card', 16);
