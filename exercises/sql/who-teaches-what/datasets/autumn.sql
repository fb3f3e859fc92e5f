CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE courses (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  teacher_1 INTEGER REFERENCES people (id),
  teacher_2 INTEGER REFERENCES people (id),
  teacher_3 INTEGER REFERENCES people (id)
) STRICT;

INSERT INTO people VALUES (1, 'Jonas'), (2, 'Priya'), (3, 'Olek'), (4, 'Mona');

INSERT INTO courses VALUES
  (10, 'Sailing', 2, 1, 3),
  (11, 'Sourdough', 4, NULL, NULL),
  (12, 'Knots', 1, 2, NULL),
  (13, 'Latin', NULL, NULL, NULL);
