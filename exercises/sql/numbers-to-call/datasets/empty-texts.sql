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
  ('Kaya', '', '555 0171', 0, 1, 1),
  ('Rossi', '', '', 0, 3, 0),
  ('Weiss', NULL, '', 0, 1, 0);
