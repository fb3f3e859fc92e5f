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
  ('Moreau', '555 0131', NULL, 0, 2, NULL),
  ('Ito', '555 0132', NULL, 0, 2, 0);
