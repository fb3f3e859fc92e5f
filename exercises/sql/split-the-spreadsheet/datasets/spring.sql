CREATE TABLE sheet (
  line INTEGER PRIMARY KEY,
  owner TEXT NOT NULL,
  phone TEXT NOT NULL,
  frame TEXT NOT NULL,
  model TEXT NOT NULL,
  work TEXT,
  day TEXT,
  cents INTEGER
) STRICT;

INSERT INTO sheet (owner, phone, frame, model, work, day, cents) VALUES
  ('Mira Solberg', '555 0110', 'K3-771', 'Kestrel 3', 'new chain', '2026-03-02', 4500),
  ('Mira Solberg', '555 0110', 'K3-771', 'Kestrel 3', 'brakes', '2026-04-11', 3200),
  ('Tomas Ek', '555 0142', 'CP-020', 'City Plus', 'flat tyre', '2026-04-12', 1500),
  ('Mira Solberg', '555 0110', 'CP-090', 'City Plus', 'flat tyre', '2026-04-12', 1500);
