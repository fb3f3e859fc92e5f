CREATE TABLE rentals (
  id INTEGER PRIMARY KEY,
  hall TEXT NOT NULL,
  label TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;

INSERT INTO rentals (hall, label, person) VALUES
  ('East', '12b', 'Noor'), ('East', '12', 'Pia'), ('East', '9b', 'Rafa'), ('East', '12a', 'Sven'), ('East', '110', 'Tara'),
  ('East', '9a', 'Uma'), ('East', '9', 'Vito');
