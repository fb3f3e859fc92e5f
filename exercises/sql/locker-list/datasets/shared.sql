CREATE TABLE rentals (
  id INTEGER PRIMARY KEY,
  hall TEXT NOT NULL,
  label TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;

INSERT INTO rentals (hall, label, person) VALUES
  ('East', '12', 'Noor'), ('East', '12', 'Pia'), ('West', '12', 'Rafa'), ('East', '3', 'Noor'), ('East', '12', 'Noor');
