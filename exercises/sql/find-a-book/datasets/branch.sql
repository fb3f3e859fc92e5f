CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  year INTEGER NOT NULL
) STRICT;

INSERT INTO books (title, language, year) VALUES
  ('Life at 50%', 'en', 1987),
  ('50% weniger', 'de', 1991),
  ('500 soups', 'en', 1975),
  ('A 50% chance', 'fr', 1990),
  ('Mi 50% y el tuyo', 'es', 2004),
  ('Bread', 'en', 1980);
