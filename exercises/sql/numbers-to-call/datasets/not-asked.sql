CREATE TABLE families (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  mobile TEXT,
  phone TEXT,
  mail_ok INTEGER,
  adults INTEGER NOT NULL,
  children INTEGER
) STRICT;

INSERT INTO families (name, mobile, phone, mail_ok, adults, children) VALUES
  ('Novak', '555 0119', NULL, NULL, 2, 1),
  ('Silva', NULL, NULL, NULL, 1, 4),
  ('Berg', '555 0120', NULL, 1, 2, 0);
