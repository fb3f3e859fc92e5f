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
  ('Okafor', '555 0147', '555 0102', 0, 2, 2),
  ('Lindgren', '555 0163', NULL, 1, 1, 0),
  ('Duarte', NULL, '555 0188', 0, 2, 3),
  ('Haddad', NULL, NULL, 0, 1, 0);
