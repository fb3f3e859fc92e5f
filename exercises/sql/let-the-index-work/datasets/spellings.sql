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

INSERT INTO customers (id, is_test) VALUES (1, 0), (2, 1);
INSERT INTO payments (customer_id, paid_at, method, cents) VALUES
  (1, '2026-05-08 10:00:00', 'Card', 10), (1, '2026-05-08 10:00:00', 'card', 20), (1, '2026-05-08 10:00:00', 'CASH', 30), (2, '2026-05-08 10:00:00', 'voucher', 40);
