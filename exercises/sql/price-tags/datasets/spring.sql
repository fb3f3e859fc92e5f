CREATE TABLE plants (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  pot_cm INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  cost_cents INTEGER NOT NULL
) STRICT;

INSERT INTO plants (name, pot_cm, cents, cost_cents) VALUES
  ('Fern', 12, 1250, 500),
  ('Rosemary', 9, 450, 120),
  ('Lemon tree', 26, 3900, 1450);
