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
  ('Anna Berg', '555 0150', 'K3-001', 'Kestrel 3', 'lamp', '2026-05-02', 900),
  ('Anna Berg', '555 0151', 'K3-002', 'Kestrel 3', 'lamp', '2026-05-02', 900),
  ('Anna Berg', '555 0150', 'K3-003', 'Kestrel 3', NULL, NULL, NULL);
