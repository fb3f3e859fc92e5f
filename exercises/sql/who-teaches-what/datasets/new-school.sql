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

INSERT INTO people VALUES (1, 'Jonas'), (2, 'Priya');

INSERT INTO courses VALUES (30, 'Pottery', NULL, NULL, NULL);
