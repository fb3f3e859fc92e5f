CREATE TABLE rentals (
  id INTEGER PRIMARY KEY,
  hall TEXT NOT NULL,
  label TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;

INSERT INTO rentals (hall, label, person) VALUES
  ('East', '10', 'Noor'), ('East', '9', 'Pia'), ('West', '2', 'Rafa'), ('East', '100', 'Sven'), ('West', '1', 'Tara');
