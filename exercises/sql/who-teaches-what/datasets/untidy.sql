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

INSERT INTO people VALUES (1, 'Jonas'), (2, 'Priya'), (3, 'Olek');

INSERT INTO courses VALUES
  (20, 'Choir', 3, 3, 1),
  (21, 'Bees', 2, 1, 1),
  (22, 'Drums', NULL, 2, NULL),
  (23, 'Chess', NULL, NULL, 3);
