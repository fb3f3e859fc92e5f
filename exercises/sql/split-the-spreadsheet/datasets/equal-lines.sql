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
  ('Ines Ruiz', '555 0160', 'OF-1', 'Old Faithful', 'flat tyre', '2026-05-03', 1500),
  ('Ines Ruiz', '555 0160', 'OF-1', 'Old Faithful', 'flat tyre', '2026-05-03', 1500),
  ('Ines Ruiz', '555 0160', 'OF-1', 'Old Faithful', NULL, NULL, NULL),
  ('Ines Ruiz', '555 0160', 'OF-1', 'Old Faithful', 'gift: bell', '2026-05-03', 0);
