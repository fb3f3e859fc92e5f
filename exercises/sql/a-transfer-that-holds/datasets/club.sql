CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents >= 0),
  frozen INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE transfers (
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES accounts (id),
  to_id INTEGER NOT NULL REFERENCES accounts (id),
  cents INTEGER NOT NULL CHECK (cents > 0),
  CHECK (from_id <> to_id)
) STRICT;

INSERT INTO accounts (id, name, cents, frozen) VALUES (1, 'bar', 5000, 0), (2, 'door', 200, 0), (3, 'old bank', 9000, 1);
